import type { Frame, Page } from '@playwright/test'
import { openPopup } from '#demo/launch/browser.ts'
import { violationsIn } from './axe.ts'
import { ana } from './cast.ts'
import { readyToWrite, writeButton } from './sending.ts'
import { deskOf, expect, openDraft, test } from './stage.ts'

for (const colorScheme of ['light', 'dark'] as const) {
  test(`everybody can use every surface, in ${colorScheme} colours`, async ({
    org,
    openBrowser,
  }) => {
    test.setTimeout(120_000)
    const context = await openBrowser({ colorScheme })
    const page = await deskOf(org, context, ana.name)
    const panel = await openDraft(page)
    await test.step('the draft', () => expectNoViolations(panel))
    await panel.getByRole('button', { name: /left$/ }).click()
    await expect(panel.getByRole('dialog', { name: 'What is left' })).toBeVisible()
    await test.step('what is left', () => expectNoViolations(panel))
    await page.keyboard.press('Escape')
    const sheet = await readyToWrite(panel)
    await test.step('the review', () => expectNoViolations(panel))
    await writeButton(sheet).click()
    await expect(panel.getByRole('article', { name: /^Handoff HO-/ })).toBeVisible()
    await test.step('the packet', () => expectNoViolations(panel))
    const popup = await openPopup(context)
    await expect(popup.getByRole('region', { name: 'Sent by you' })).toBeVisible()
    await test.step('the popup', () => expectNoViolations(popup.mainFrame()))
  })
}

test('the panel paints dark when the system is dark', async ({ org, openBrowser }) => {
  const dark = await openDraft(
    await deskOf(org, await openBrowser({ colorScheme: 'dark' }), ana.name),
  )
  expect(await brightness(dark)).toBeLessThan(0.3)
})

test('a narrow window shows the whole panel without scrolling sideways', async ({ rep }) => {
  await rep.setViewportSize({ width: 360, height: 740 })
  const panel = await openDraft(rep)
  expect(await overflow(panel)).toEqual([])
  await panel.getByRole('button', { name: /left$/ }).click()
  await expect(panel.getByRole('dialog')).toBeVisible()
  expect(await overflow(panel)).toEqual([])
})

test('at 200 % zoom, with little height left, everything can still be reached', async ({ rep }) => {
  await rep.setViewportSize({ width: 640, height: 360 })
  const panel = await openDraft(rep)
  await panel.getByRole('textbox', { name: 'What is not included' }).fill('No weekend support.')
  await panel.getByRole('button', { name: /^Review/ }).click()
  const sheet = panel.getByRole('dialog', { name: 'Review and submit' })
  await expect(sheet.getByRole('button', { name: 'Write to Salesforce' })).toBeInViewport()
  expect(await overflow(panel)).toEqual([])
})

test('a box stays as it is when something is wrong in the one beside it', async ({ rep }) => {
  const panel = await openDraft(rep)
  await panel.getByRole('button', { name: 'History and evidence' }).click()
  await panel.getByRole('tab', { name: 'From elsewhere' }).click()
  await panel.getByRole('button', { name: 'Link a recording' }).click()
  const form = panel.getByRole('form', { name: 'Link a recording' })
  const [day, moment] = [form.getByLabel('Recorded on'), form.getByLabel('Moment')]
  const before = await day.boundingBox()
  await moment.fill('in the middle')
  await form.getByLabel('Address').fill('https://calls.example/42')
  await form.getByRole('button', { name: 'Add link' }).click()
  await expect(form.getByRole('alert')).toHaveText(/^Write the time/)
  expect(await day.boundingBox()).toEqual(before)
})

test('the popup fits its window', async ({ rep }) => {
  const popup: Page = await openPopup(rep.context())
  await expect(popup.getByRole('heading', { name: 'Handoffs' })).toBeVisible()
  expect(await overflow(popup.mainFrame())).toEqual([])
})

/** Checks all of WCAG 2.2 AA that axe can check, inside the frame: a closed shadow root hides the panel from a run over the whole page. */
async function expectNoViolations(frame: Frame): Promise<void> {
  expect(await violationsIn(frame)).toEqual([])
}

/** What reaches over the frame's edge, by tag and text. */
function overflow(frame: Frame): Promise<readonly string[]> {
  return frame.evaluate(() => {
    const spokenOnly = (element: Element | null): boolean =>
      element !== null &&
      (getComputedStyle(element).clipPath === 'inset(50%)' || spokenOnly(element.parentElement))
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.checkVisibility() && !spokenOnly(element))
      .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
      .map(({ tagName, textContent }) => `${tagName}: ${textContent}`)
  })
}

/** How bright the panel's ground is, from 0 to 1. */
function brightness(frame: Frame): Promise<number> {
  return frame.evaluate(() => {
    const canvas = new OffscreenCanvas(1, 1).getContext('2d')
    const ground = getComputedStyle(document.body).backgroundColor
    if (!canvas) return Number.NaN
    canvas.fillStyle = ground
    canvas.fillRect(0, 0, 1, 1)
    const [red = 0, green = 0, blue = 0] = canvas.getImageData(0, 0, 1, 1).data
    return (red + green + blue) / (3 * 255)
  })
}
