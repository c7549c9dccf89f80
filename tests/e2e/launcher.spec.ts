import type { Page } from '@playwright/test'
import { type Spot, spotOf, styleOf } from '#demo/launch/closed-roots.ts'
import { sahara } from './cast.ts'
import { dealAddress, expect, panelFrame, test } from './stage.ts'

const launcher = (page: Page): Promise<Spot> => spotOf(page, 'button', /^handoff/i)

const isShown = async (page: Page): Promise<boolean> =>
  (await panelFrame(page)?.evaluate(() => innerWidth > 0)) ?? false

test('the button on the page stays where it was dragged to, also past the edge, and keys still press it', async ({
  rep,
  org,
}) => {
  await drag(rep, 200)
  expect((await launcher(rep)).y).toBeCloseTo(200, 0)
  await drag(rep, -20)
  const { y: highest } = await launcher(rep)
  expect(highest).toBeLessThan(60)
  await rep.goto(dealAddress(org, sahara.id))
  await expect.poll(async () => (await launcher(rep)).y).toBe(highest)
  await drag(rep, 300)
  expect(await isShown(rep)).toBe(false)
  await rep.keyboard.press('Enter')
  await expect.poll(() => isShown(rep)).toBe(true)
})

test('Alt and the arrows move the button on the page, and it stays there', async ({ rep }) => {
  // A drag gives it the focus.
  await drag(rep, 400)
  await rep.keyboard.press('Alt+ArrowUp')
  await rep.keyboard.press('Alt+ArrowUp')
  await expect.poll(async () => (await launcher(rep)).y).toBeLessThan(340)
  const { y: moved } = await launcher(rep)
  await rep.reload()
  await expect.poll(async () => (await launcher(rep)).y).toBe(moved)
})

test('the button on a page that runs from right to left is still read from left to right', async ({
  rep,
}) => {
  await rep.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'))
  const button = { role: 'button', name: /^handoff/i }
  expect(await styleOf(rep, button, 'direction')).toBe('ltr')
})

async function drag(page: Page, y: number): Promise<void> {
  const from = await launcher(page)
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(from.x, from.y + 40)
  await page.mouse.move(from.x, y)
  await page.mouse.up()
}
