import { extensionOrigin, panelOf, stopWorker } from '#demo/launch/browser.ts'
import { afterTove, quarry, tove } from '../lib/salesforce/leaving.ts'
import { violationsIn } from './axe.ts'
import { ana, brightwater, mara } from './cast.ts'
import { handoffOf } from './handed-over.ts'
import { handoffs } from './holdings.ts'
import { deskOf, expect, test } from './stage.ts'

test.use({ variant: { change: afterTove } })

test('somebody has left: their manager sees what to ask first, takes the script along, and begins the drafts', async ({
  org,
  openBrowser,
}) => {
  handoffOf(org, { status: 'Submitted' })
  const before = handoffs(org).length
  const context = await openBrowser()
  const page = await deskOf(org, context, mara.name)
  await page.goto(`${await extensionOrigin(context)}/insights.html`)
  await page.getByRole('tab', { name: 'Needs a manager' }).click()
  await page.getByRole('button', { name: 'Somebody is leaving' }).click()
  const who = page.getByRole('combobox', { name: 'Who leaves?' })
  await who.selectOption(ana.id)
  const row = page.getByRole('listitem').filter({ hasText: brightwater.name })
  await expect(row.getByText('Waiting')).toBeVisible()
  await page.getByRole('button', { name: /^Write to Ana/ }).click()
  await expect(
    page.getByText(`https://${org.hosts.lightning}/lightning/r/Opportunity/`),
  ).toBeVisible()
  expect(await violationsIn(page)).toEqual([])
  await page.keyboard.press('Escape')

  // Of somebody else's deals it costs one call.
  org.calls.clear()
  await who.selectOption(tove.userId)
  const first = page.getByRole('region', { name: 'Talk about these first' })
  await expect(first.getByText(/only one contact.*nothing ever logged/)).toBeVisible()
  expect(org.calls.all().filter(({ path }) => path.includes('/composite'))).toHaveLength(1)
  expect(await violationsIn(page)).toEqual([])

  // The place outlives the page, and the worker.
  await stopWorker(page)
  await page.reload()
  await first.getByRole('button', { name: /^Interview script/ }).click()
  const script = page.getByRole('article', { name: 'Interview script' })
  await expect(script.getByText('First three actions for the new owner')).toBeVisible()
  expect(await violationsIn(page)).toEqual([])
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('tablist')).toBeHidden()
  await expect(script.getByRole('button', { name: 'Print' })).toBeHidden()
  await expect(script.getByText('16–20 min')).toBeVisible()
  await page.emulateMedia({ media: null })
  await page.goBack()

  await page.getByRole('button', { name: /^Begin drafts yourself/ }).click()
  await expect(page.getByRole('checkbox', { name: /^Quarry Lines/ })).toBeChecked()
  await expect(page.getByLabel('Why the deal changes hands')).toHaveValue('resignation')
  await page.getByRole('button', { name: 'Begin the draft' }).click()
  await expect(page.getByText('1 of 1 begun')).toBeVisible()
  const [tab] = await Promise.all([
    context.waitForEvent('page'),
    page.getByRole('button', { name: /^Open first: / }).click(),
  ])
  expect(tab.url()).toContain(quarry)
  const panel = await panelOf(tab)
  await expect(panel.getByRole('combobox', { name: 'Why the deal changes hands' })).toHaveValue(
    'resignation',
  )
  await page.getByRole('button', { name: 'Back to the deals' }).click()
  await expect(first.getByText('draft begun')).toBeVisible()
  // Nothing was sent.
  expect(handoffs(org)).toHaveLength(before)
})
