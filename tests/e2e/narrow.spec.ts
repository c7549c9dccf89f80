import { extensionOrigin, openPopup, signIn } from '#demo/launch/browser.ts'
import { ana, ben, mara } from './cast.ts'
import { handoffOf } from './handed-over.ts'
import { enlargeLetters } from './large-letters.ts'
import { deskOf, expect, openDraft, test } from './stage.ts'

const narrow = { width: 320, height: 640 }

test('a long list is read whole where a page is as narrow as can be', async ({
  org,
  openBrowser,
}) => {
  const ids = Array.from({ length: 45 }, () => handoffOf(org, { status: 'Submitted' }))
  for (const id of ids)
    org.as(ben.id).update('Handoff__c', id, { Decision_Due_At__c: '2026-01-05T09:00:00.000Z' })
  const context = await openBrowser()
  await signIn(context.pages()[0] ?? (await context.newPage()), org.hosts, ben.name)
  const page = await context.newPage()
  await page.setViewportSize(narrow)
  await page.goto(`${await extensionOrigin(context)}/insights.html`)
  const row = page.getByRole('listitem').filter({ hasText: 'Accept' }).nth(1)
  const bottomOf = async (place: typeof row) => {
    const box = await place.boundingBox()
    return (box?.y ?? 0) + (box?.height ?? 0)
  }
  await expect(row).toBeVisible()
  await expect
    .poll(async () => (await bottomOf(row)) - (await bottomOf(row.getByText(/^late by/))))
    .toBeGreaterThanOrEqual(0)
})

test('a manager reads all that is said of a row of a long list', async ({ org, openBrowser }) => {
  const ids = Array.from({ length: 45 }, () => handoffOf(org, { status: 'Submitted' }))
  for (const id of ids)
    org.as(ben.id).update('Handoff__c', id, { Decision_Due_At__c: '2026-01-05T09:00:00.000Z' })
  const context = await openBrowser()
  await signIn(context.pages()[0] ?? (await context.newPage()), org.hosts, mara.name)
  const page = await context.newPage()
  await page.goto(`${await extensionOrigin(context)}/insights.html`)
  await page.getByRole('tab', { name: 'Needs a manager' }).click()
  const hint = page.getByText('Give it to somebody else?').first()
  await expect(hint).toBeVisible()
  const isWhole = hint.evaluate((said) => {
    const around = said.parentElement?.getBoundingClientRect()
    return said.getBoundingClientRect().right <= (around?.right ?? 0)
  })
  expect(await isWhole).toBe(true)
})

test('a long list is read whole, to its end, where the browser sets a least size of letters', async ({
  org,
  openBrowser,
  profileDir,
}) => {
  const ids = Array.from({ length: 45 }, () => handoffOf(org, { status: 'Submitted' }))
  for (const id of ids)
    org.as(ben.id).update('Handoff__c', id, { Decision_Due_At__c: '2026-01-05T09:00:00.000Z' })
  enlargeLetters(profileDir, { minimum_font_size: 24 })
  const context = await openBrowser({ profileDir })
  await signIn(context.pages()[0] ?? (await context.newPage()), org.hosts, ben.name)
  const page = await context.newPage()
  await page.goto(`${await extensionOrigin(context)}/insights.html`)
  const rows = page.getByRole('listitem').filter({ hasText: 'Accept' })
  const bottomOf = async (place: typeof rows) => {
    const box = await place.boundingBox()
    return (box?.y ?? 0) + (box?.height ?? 0)
  }
  const row = rows.nth(1)
  await expect(row).toBeVisible()
  for (const words of [/^late by/, /^Sales to customer/])
    await expect
      .poll(async () => (await bottomOf(row)) - (await bottomOf(row.getByText(words))))
      .toBeGreaterThanOrEqual(0)
  await row.hover()
  await page.mouse.wheel(0, 3000)
  const isRow = () =>
    document.elementFromPoint(innerWidth / 2, innerHeight / 2)?.closest('li') instanceof Element
  await expect(rows.first()).not.toBeInViewport()
  await expect.poll(() => page.evaluate(isRow)).toBe(true)
})

test('figures and templates fit into a page as narrow as can be', async ({ org, openBrowser }) => {
  handoffOf(org, { status: 'Submitted' })
  const context = await openBrowser()
  await signIn(context.pages()[0] ?? (await context.newPage()), org.hosts, mara.name)
  const page = await context.newPage()
  await page.setViewportSize(narrow)
  const origin = await extensionOrigin(context)
  await page.goto(`${origin}/insights.html`)
  await page.getByRole('tab', { name: 'Figures' }).click()
  const picture = page.getByRole('region', { name: 'Handoffs by sender' })
  await expect(picture).toBeVisible()
  const rightOf = async (place: typeof picture) => {
    const box = await place.boundingBox()
    return (box?.x ?? 0) + (box?.width ?? 0)
  }
  expect(await rightOf(picture)).toBeLessThanOrEqual(narrow.width)
  await page.goto(`${origin}/options.html#templates`)
  const save = page.getByRole('button', { name: /^Save as file/ }).first()
  await expect(save).toBeVisible()
  expect(await rightOf(save)).toBeLessThan(
    await rightOf(page.getByRole('list', { name: 'Templates' })),
  )
})

test('questions are read in whole words where the letters of the browser are twice as large', async ({
  org,
  openBrowser,
  profileDir,
}) => {
  enlargeLetters(profileDir)
  const panel = await openDraft(await deskOf(org, await openBrowser({ profileDir }), ana.name))
  const words = panel.getByRole('heading', { name: 'Non-standard terms and discounts' })
  await words.scrollIntoViewIfNeeded()
  const inEms = words.evaluate((heading) => {
    const { width } = heading.getBoundingClientRect()
    return width / Number.parseFloat(getComputedStyle(heading).fontSize)
  })
  expect(await inEms).toBeGreaterThan(7)
})

test('the popup shows handoffs instead of its keys where it is enlarged to three times its size', async ({
  org,
  openBrowser,
}) => {
  handoffOf(org, { status: 'Submitted' })
  const context = await openBrowser()
  await signIn(context.pages()[0] ?? (await context.newPage()), org.hosts, ben.name)
  const popup = await openPopup(context)
  await expect(popup.getByText('on a deal hands it over.')).toBeVisible()
  // What Chrome gives a popup at most, 800 by 600 pixels, at 300%.
  await popup.setViewportSize({ width: 267, height: 200 })
  await expect(popup.getByText('accept', { exact: true })).toBeHidden()
  await expect(popup.getByText('on a deal hands it over.')).toBeHidden()
  await expect(popup.getByText('read just now')).toBeVisible()
})
