import { ana } from './cast.ts'
import { readyToWrite, writeButton } from './sending.ts'
import { deskOf, expect, openDraft, test } from './stage.ts'

test('whoever copies the packet gets its words, and no names of buttons between them', async ({
  rep,
}) => {
  const panel = await openDraft(rep)
  const sheet = await readyToWrite(panel)
  await writeButton(sheet).click()
  const packet = panel.getByRole('article', { name: /^Handoff HO-/ })
  await expect(packet.getByRole('button', { name: /^Remark about/ }).first()).toBeVisible()
  const copied = await packet.evaluate((article) => {
    getSelection()?.selectAllChildren(article)
    return String(getSelection())
  })
  expect(copied).toContain('First three actions')
  expect(copied).not.toMatch(/↓|Remark|Withdraw/)
})

test('where the user’s own colours take the place of shadows, panel and sheet still have an edge', async ({
  org,
  openBrowser,
}) => {
  const page = await deskOf(org, await openBrowser(), ana.name)
  await page.emulateMedia({ forcedColors: 'active' })
  const panel = await openDraft(page)
  const ground = await panel.evaluate(() => getComputedStyle(document.body).backgroundColor)
  const frame = await panel.frameElement()
  const edgeOf = (element: Element) => {
    const { outlineStyle, outlineColor } = getComputedStyle(element)
    return outlineStyle === 'solid' ? outlineColor : null
  }
  for (const edge of [await frame.evaluate(edgeOf), await sheetEdge()]) {
    expect(edge).not.toBeNull()
    expect(edge).not.toBe(ground)
  }

  async function sheetEdge() {
    await panel.getByRole('button', { name: /left$/ }).click()
    return panel.getByRole('dialog', { name: 'What is left' }).evaluate(edgeOf)
  }
})
