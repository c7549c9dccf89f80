import type { BrowserContext, Frame, Page } from '@playwright/test'
import { openPopup } from '#demo/launch/browser.ts'
import { spotOf } from '#demo/launch/closed-roots.ts'
import { brightwater } from './cast.ts'
import { focused } from './keyboard.ts'
import { dealAddress, expect, openDraft, panelFrame, test } from './stage.ts'

const halden = { id: '006Hs000000098gIAA' } as const
const excluded = 'What is not included'
const words = 'No weekend support, no migration.'

test('a seller finds the deal that needs a handoff most, and writes it for the people there', async ({
  rep,
  org,
}) => {
  test.setTimeout(120_000)
  await test.step('the launcher tells quietly how far a deal would be (F12)', async () => {
    await rep.goto(dealAddress(org, halden.id))
    await spotOf(rep, 'button', /^Handoff \d+ ?%$/)
    await rep.goto('about:blank')
  })
  const deal = await test.step('the popup lists own deals, the most urgent first', async () => {
    const popup = await openPopup(rep.context())
    const deals = popup.getByRole('region', { name: 'Your deals without a handoff' })
    await expect(deals.getByRole('button').first()).toBeFocused()
    await expect(deals.getByRole('button').first()).toHaveAccessibleName(/^Kestrel .* won /)
    await popup.keyboard.press('ArrowDown')
    await popup.keyboard.press('ArrowDown')
    await expect(deals.getByRole('button', { name: new RegExp(brightwater.name) })).toBeFocused()
    // The popup has done its work and goes, some times before the key is let go.
    await popup.keyboard.press('Enter').catch(() => undefined)
    return recordOf(rep.context(), brightwater.id)
  })
  const panel = await openDraft(deal)
  await test.step('another variant keeps every answer, and can be taken back', async () => {
    await panel.getByRole('textbox', { name: excluded }).fill(words)
    await panel.getByRole('button', { name: /enterprise · draft: change$/ }).click()
    const sheet = panel.getByRole('dialog', { name: 'What kind of handoff is this?' })
    await sheet.getByRole('combobox', { name: 'Variant' }).selectOption('standard')
    await sheet.getByRole('button', { name: 'Use it' }).click()
    await expect(panel.getByText('Now: Sales to customer success, standard')).toBeVisible()
    await expect(panel.getByRole('textbox', { name: excluded })).toHaveValue(words)
    await panel.getByRole('button', { name: 'Undo' }).click()
    await expect(panel.getByRole('button', { name: /enterprise · draft: change$/ })).toBeVisible()
    await expect(panel.getByRole('textbox', { name: excluded })).toHaveValue(words)
  })
  await test.step('whoever is chosen as champion is called strong or weak next', () =>
    chooseChampion(deal, panel))
})

async function chooseChampion(page: Page, panel: Frame): Promise<void> {
  const champion = panel.locator('[data-question="people.champion"]')
  await expect(champion).toContainText('Rutger de Haan')
  await champion
    .getByRole('textbox', { name: 'What to know about them' })
    .fill('Wants it to be his.')
  await champion.getByRole('button', { name: 'Change' }).click()
  await page.keyboard.type('abels')
  await expect(panel.getByRole('list', { name: 'Found' }).getByRole('button').first()).toHaveText(
    /^Koen Abels/,
  )
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await focused(panel)).name).toMatch(/^Strength of support/)
  await page.keyboard.type('Strong')
  await expect(champion.getByRole('combobox', { name: /^Strength/ })).toHaveValue('strong')
  await panel.getByRole('status').getByRole('button', { name: 'Undo' }).click()
  await expect(champion).toContainText('Rutger de Haan')
  await expect(champion.getByRole('textbox', { name: 'What to know about them' })).toHaveValue(
    'Wants it to be his.',
  )
}

/** The page of a record, once it is there with the panel in it. */
async function recordOf(context: BrowserContext, recordId: string): Promise<Page> {
  const isThere = (page: Page) => page.url().includes(recordId) && panelFrame(page) !== undefined
  await expect.poll(() => context.pages().some(isThere)).toBe(true)
  const page = context.pages().find(isThere)
  if (!page) throw new Error('The record went away.')
  return page
}
