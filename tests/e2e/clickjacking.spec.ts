import type { Frame, Page } from '@playwright/test'
import { readyToWrite, writeButton } from './sending.ts'
import { handoffs } from './holdings.ts'
import { dealAddress, expect, openDraft, openPanel, panelFrame, test } from './stage.ts'
import { brightwater, sahara } from './cast.ts'

const overlay = (style: string) => `
  const cover = document.createElement('div')
  cover.id = 'cover'
  cover.popover = 'manual'
  cover.style.cssText = 'position:fixed;margin:0;border:0;background:white;pointer-events:none;${style}'
  document.body.append(cover)
  cover.showPopover()`

/** What a page can do to the panel's frame while it is there, and how it is undone. */
const covers = [
  { what: 'covered', by: overlay('inset:0;width:auto;height:auto') },
  { what: 'covered by something one can see through', by: overlay('inset:0;opacity:0.02') },
  { what: 'covered in a corner', by: overlay('inset:auto 0 0 auto;width:40px;height:40px') },
]

/** What a page can do to the node that the frame is in: our own style wins, and the panel stays as it is. */
const restyled = [
  'transform: scale(0.2)',
  'clip-path: inset(50%)',
  'opacity: 0.01',
  'inset: 200px auto auto 200px',
  'zoom: 0.5',
  'visibility: hidden',
]

/** What a page can do to its root: the top layer is not concerned, and the panel stays as it is. */
const effects = [
  'opacity: 0.001',
  'filter: blur(9px)',
  'transform: scale(0.2)',
  'clip-path: inset(50%)',
  'mask: linear-gradient(transparent, transparent)',
  'mix-blend-mode: difference',
]

/** Words of the sheet: the browser draws its own date boxes a shade differently in another layer. */
const clip = { x: 960, y: 120, width: 380, height: 400 }

const uncover = (page: Page) =>
  page.evaluate(() => {
    document.querySelector('#cover')?.remove()
    document.documentElement.removeAttribute('style')
  })

test('a button that writes is not pressed while the page plays with the panel', async ({
  rep,
  org,
}) => {
  const panel = await openDraft(rep)
  const sheet = await readyToWrite(panel)
  const write = writeButton(sheet)
  const spot = await spotOn(rep, panel)
  for (const { what, by } of covers) {
    await test.step(what, async () => {
      await rep.evaluate(by)
      await expect(write).toBeDisabled()
      await rep.mouse.click(spot.x, spot.y)
      await expect(sheet.getByText(/^Nothing was done/)).toBeVisible()
      await uncover(rep)
      await expect(write).toBeEnabled()
    })
  }
  for (const effect of effects) {
    await test.step(`${effect} does not reach it`, async () => {
      const before = await rep.screenshot({ clip })
      await rep.evaluate((style) => document.documentElement.setAttribute('style', style), effect)
      const after = await rep.screenshot({ clip })
      expect(after.equals(before)).toBe(true)
      await uncover(rep)
    })
  }
  for (const style of restyled) {
    await test.step(`${style} on its own node does not reach it`, async () => {
      const before = await rep.screenshot({ clip })
      await rep.evaluate((css) => {
        const important = css.replaceAll(/(;|$)/g, ' !important$1')
        document.querySelector('html > div[popover]')?.setAttribute('style', important)
      }, style)
      expect((await rep.screenshot({ clip })).equals(before)).toBe(true)
      await rep.evaluate(() =>
        document.querySelector('html > div[popover]')?.removeAttribute('style'),
      )
      await expect(write).toBeEnabled()
    })
  }
  await test.step('begun on the page and ended on the button', async () => {
    await rep.mouse.move(300, 300)
    await rep.mouse.down()
    await rep.mouse.move(spot.x, spot.y)
    await rep.mouse.up()
    await expect(write).toBeEnabled()
    expect(handoffs(org)).toEqual([])
  })
  await test.step('resized between the press and its end', async () => {
    await rep.mouse.move(spot.x, spot.y)
    await rep.mouse.down()
    const resized = panel.evaluate(
      () => new Promise<void>((resolve) => addEventListener('resize', () => resolve())),
    )
    await rep.setViewportSize({ width: 1360, height: 840 })
    // A press that ends before the panel is drawn anew is one on what was seen.
    await resized
    await rep.mouse.up()
    expect(handoffs(org)).toEqual([])
    await rep.setViewportSize({ width: 1360, height: 860 })
    await expect(write).toBeEnabled()
  })
  await test.step('resized between looking and pressing', async () => {
    await rep.setViewportSize({ width: 1360, height: 700 })
    await expect(write).toBeDisabled()
    await expect(write).toBeEnabled()
  })
  expect(handoffs(org)).toEqual([])
  await write.click()
  await expect(panel.getByText(/^In Salesforce/)).toBeVisible()
  expect(handoffs(org)).toHaveLength(1)
})

test('the panel shows nothing where the content script has not put it', async ({ rep, org }) => {
  const address = (await openPanel(rep)).url()
  await test.step('in a frame of the same page that somebody else adds', async () => {
    await rep.evaluate((src) => {
      const frame = document.createElement('iframe')
      frame.id = 'copy'
      frame.src = src
      document.body.append(frame)
    }, address)
    const copy = await (await rep.waitForSelector('#copy')).contentFrame()
    await expect
      .poll(async () => (copy?.url() === address ? copy.locator('body').innerText() : 'blocked'))
      .toMatch(/^(blocked|No opportunity here)/)
  })
  await test.step('when the page takes it out of the top layer again and again', async () => {
    await rep.goto(dealAddress(org, sahara.id))
    await openPanel(rep)
    await expect(async () => {
      await rep.evaluate(() => {
        const last = document.documentElement.lastElementChild
        if (last instanceof HTMLElement && last.popover) last.hidePopover()
      })
      expect(panelFrame(rep)).toBeUndefined()
    }).toPass()
  })
  await test.step('and is itself again on the next page', async () => {
    await rep.goto(dealAddress(org, brightwater.id))
    const panel = await openPanel(rep)
    await expect(panel.getByRole('heading', { level: 1 })).toContainText('Brightwater')
  })
})

/** Where the button is on the page. */
async function spotOn(page: Page, panel: Frame): Promise<{ x: number; y: number }> {
  const box = await writeButton(panel.getByRole('dialog')).boundingBox()
  if (!box) throw new Error('The button is nowhere.')
  await page.mouse.move(box.x - 40, box.y)
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}
