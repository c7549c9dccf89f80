import type { Page } from '@playwright/test'
import { extensionOrigin } from '#demo/launch/browser.ts'
import type { Org } from '#demo/org/org.ts'
import { compositeCalls } from './calls.ts'
import { ana, ben, mara } from './cast.ts'
import { handoffOf } from './handed-over.ts'
import { rows } from './holdings.ts'
import { deskOf, expect, openPanel, test } from './stage.ts'

// Two browsers.
test.describe.configure({ timeout: 150_000 })

const shots = process.env['SEGUE_SHOTS']
const DAY = 24 * 60 * 60 * 1000
const daysAgo = (days: number) => new Date(Date.now() - days * DAY).toISOString()

async function shoot(page: Page, name: string): Promise<void> {
  if (shots === undefined) return
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme })
    await page.screenshot({ path: `${shots}/${name}-${colorScheme}.png` })
  }
}

/** What the log says of one kind. */
function logged(org: Org, kind: string): readonly unknown[] {
  return rows(org, `SELECT Details__c FROM Handoff_Event__c WHERE Kind__c = '${kind}'`).map(
    ({ Details__c }) => JSON.parse(String(Details__c)),
  )
}

test('a quarter on the recipient tells how the customer is, and what came of the handoff; the figures show it', async ({
  org,
  openBrowser,
}) => {
  const id = handoffOf(org, { status: 'Completed' })
  org.as(ana.id).update('Handoff__c', id, {
    Submitted_At__c: daysAgo(97),
    Decided_At__c: daysAgo(95),
    Decision__c: 'Accepted',
    Manager__c: mara.id,
  })
  const desk = await deskOf(org, await openBrowser(), ben.name)
  const panel = await openPanel(desk)

  const since = panel.getByRole('region', { name: 'How the customer is doing' })
  await expect(since.getByText('How is the customer, 90 days on?')).toBeVisible()
  await since.getByRole('radio', { name: 'At risk' }).check()
  await since.getByRole('textbox', { name: 'In a few words' }).fill('Their CFO has left.')
  await since.scrollIntoViewIfNeeded()
  await shoot(desk, 'outcome')
  org.calls.clear()
  await since.getByRole('button', { name: 'Record it' }).click()
  await expect
    .poll(() => logged(org, 'Outcome_Recorded'))
    .toEqual([{ after: 90, customer: 'at-risk', words: 'Their CFO has left.' }])
  expect(compositeCalls(org, ben.id)).toEqual(['POST 200'])
  await expect(since.getByRole('definition')).toHaveText('At risk')
  await expect(since.getByRole('button', { name: 'Record it anew' })).toBeVisible()
  expect(rows(org, "SELECT OwnerId FROM Task WHERE Subject LIKE '%a year on'")).toMatchObject([
    { OwnerId: ben.id },
  ])

  const trouble = panel.getByRole('region', { name: 'Trouble because of the handoff' })
  await trouble.getByRole('button', { name: 'Report it' }).click()
  await trouble.getByRole('radio', { name: 'The customer complained' }).check()
  await trouble.getByLabel(/^What of the handoff/).selectOption('missing')
  await trouble.getByLabel('Which answer?').selectOption('why.pain')
  await trouble.getByRole('textbox').fill('They told us thrice.')
  await trouble.scrollIntoViewIfNeeded()
  await shoot(desk, 'trouble')
  await trouble.getByRole('button', { name: 'Put it into the log' }).click()
  const said = { harm: 'complaint', cause: 'missing', about: 'why.pain' }
  await expect.poll(() => logged(org, 'Trouble_Traced')).toMatchObject([said])
  await expect(trouble.getByRole('listitem')).toContainText(
    'The customer complained: something was missing in the handoff',
  )
  await expect(trouble.getByRole('listitem')).toContainText('They told us thrice.')
  await trouble.scrollIntoViewIfNeeded()
  await shoot(desk, 'traced')

  const browser = await openBrowser()
  await deskOf(org, browser, mara.name)
  const page = await browser.newPage()
  await page.goto(`${await extensionOrigin(browser)}/insights.html`)
  await page.getByRole('tab', { name: 'Figures' }).click()
  await page.getByLabel('Submitted in the last').selectOption('365')
  const customers = page.getByRole('region', { name: 'Customers since the acceptance' })
  await expect(customers.getByRole('row', { name: /^After 90 days/ })).toContainText(
    '0% active, 100% at risk, 0% left, of 1',
  )
  const causes = page.getByRole('region', { name: 'What trouble because of a handoff came from' })
  await expect(causes.getByRole('row', { name: /^Something was missing/ })).toContainText('1')
  await page.getByRole('button', { name: /^Trouble because of the handoff/ }).click()
  const behind = page.getByRole('region', { name: /^Behind “Trouble/ })
  await expect(behind.getByRole('row')).toHaveCount(2)
  await customers.scrollIntoViewIfNeeded()
  await shoot(page, 'figures')
})
