import type { BrowserContext, Page } from '@playwright/test'
import { extensionOrigin, extensionWorker, openPopup, signIn } from '#demo/launch/browser.ts'
import type { Org } from '#demo/org/org.ts'
import { violationsIn } from './axe.ts'
import { ben, brightwater, mara, remy } from './cast.ts'
import { handoffs, rows } from './holdings.ts'
import { submit } from './sending.ts'
import { expect, openDraft, panelFrame, test } from './stage.ts'

// Two browsers and a whole handoff each.
test.describe.configure({ timeout: 150_000 })

test('the recipient is notified with no page open, and decides with the keyboard alone', async ({
  rep,
  org,
  openBrowser,
}) => {
  await submit(await openDraft(rep))
  const context = await openBrowser()
  org.calls.clear()
  await arrive(context, org, ben.name)
  await expect.poll(() => noticesOf(context)).toEqual([expect.stringMatching(/^segue\|acme/)])
  // One look of his, and perhaps one of hers meanwhile.
  expect(queriesFor(org, 'Handoff__c')).toBeLessThanOrEqual(2)

  let popup = await openPopup(context)
  const row = popup.getByRole('button', { name: new RegExp(`^${brightwater.name}`) })
  await expect(row).toBeFocused()
  await expect(popup.getByText('€184,000')).toBeVisible()
  expect(await violationsIn(popup)).toEqual([])
  // The popup has done its work and goes, some times before the key is let go.
  await popup.keyboard.press('q').catch(() => undefined)
  await expect(async () => expect(await isAsking(context)).toBe(true)).toPass()
  popup = await openPopup(context)
  await expect(
    popup.getByRole('button', { name: new RegExp(`^${brightwater.name}`) }),
  ).toBeFocused()
  await popup.keyboard.press('d')
  const sheet = popup.getByRole('dialog', { name: 'Decline this handoff' })
  await expect(sheet).toBeVisible()
  await expect(sheet.getByRole('checkbox', { name: 'Success is not defined' })).toBeFocused()
  await popup.keyboard.press('Space')
  await sheet.getByRole('textbox').first().focus()
  await popup.keyboard.type('Which month counts as the first result?')
  await popup.keyboard.press('Escape')
  await expect(
    popup.getByRole('button', { name: new RegExp(`^${brightwater.name}`) }),
  ).toBeFocused()
  await popup.keyboard.press('d')
  await expect(sheet.getByRole('textbox')).toHaveValue('Which month counts as the first result?')
  await sheet.getByRole('radio', { name: 'It rests until a day' }).focus()
  await popup.keyboard.press('Space')
  await sheet.getByLabel('Until when?').fill('2027-03-01')
  await sheet.getByRole('button', { name: 'Decline' }).focus()
  await expect(async () => {
    await popup.keyboard.press('Enter')
    await expect(sheet).toBeHidden({ timeout: 1000 })
  }).toPass()
  await expect.poll(() => handoffs(org)[0]?.['Status__c']).toBe('Rejected')
  expect(handoffs(org)[0]).toMatchObject({
    Decision_Outcome__c: 'Recycle',
    Recycle_Until__c: '2027-03-01',
  })
  await expect(popup.getByRole('region', { name: 'Recently done' })).toContainText('Declined')

  const insights = await openInsights(context)
  await expect(insights.getByRole('tab', { name: 'Inbox' })).toHaveAttribute(
    'aria-selected',
    'true',
  )
  await expect(insights.getByRole('region', { name: 'Recently done' })).toContainText(
    brightwater.name,
  )
  // Told once, whatever was opened meanwhile.
  expect((await noticesOf(context)).length).toBeLessThanOrEqual(1)
})

test('a manager sees what is overdue and acts for an owner who is away', async ({
  rep,
  org,
  openBrowser,
}) => {
  await submit(await openDraft(rep))
  const [handoff] = handoffs(org)
  org.as(remy.id).update('Handoff__c', String(handoff?.['Id']), {
    Decision_Due_At__c: new Date(Date.now() - 30 * 24 * 3_600_000).toISOString(),
  })
  const context = await openBrowser()
  await arrive(context, org, mara.name)
  // It is so late that it has come to her, which the log says once.
  await expect.poll(() => badgeOf(context)).toBe('1')
  await expect
    .poll(() => details(org, 'Reminded'))
    .toEqual([expect.objectContaining({ clock: 'escalation', escalatedTo: mara.name })])

  const insights = await openInsights(context)
  await expect(insights.getByRole('region', { name: 'Escalated to you' })).toBeVisible()
  org.calls.clear()
  await insights.getByRole('tab', { name: 'Needs a manager' }).click()
  const overdue = insights.getByRole('region', { name: 'Overdue' })
  await expect(overdue).toContainText(brightwater.name)
  await expect(overdue).toContainText(/late by/)
  // What only the overview asks, once; looks at the inbox and at her own deals may still be on their way.
  const asked = (from: string) =>
    org.calls
      .all()
      .filter(({ path }) => decodeURIComponent(path).replaceAll('+', ' ').includes(from))
  expect(asked('FROM Handoff_Event__c')).toHaveLength(1)
  expect(asked('FROM PermissionSetAssignment')).toHaveLength(1)
  expect(await violationsIn(insights)).toEqual([])
  await overdue.getByRole('button', { name: new RegExp(`^${brightwater.name}`) }).focus()
  await insights.keyboard.press('r')
  const sheet = insights.getByRole('dialog', { name: 'Give it to somebody else' })
  await sheet.getByRole('searchbox').fill('okonk')
  await sheet.getByRole('button', { name: /^Sam Okonkwo/ }).click()
  await sheet.getByRole('textbox', { name: /^Why/ }).fill('Ben is on leave until January.')
  await sheet.getByRole('button', { name: 'Reassign' }).click()
  await expect
    .poll(() => details(org, 'Reassigned'))
    .toEqual([
      expect.objectContaining({
        to: 'Sam Okonkwo',
        reason: 'Ben is on leave until January.',
        onBehalfOf: 'Ana Ferreira',
      }),
    ])

  await insights.getByRole('tab', { name: 'Figures' }).click()
  const figure = insights.getByRole('button', { name: /^Complete at first submission/ })
  await expect(figure).toContainText('1 handoff')
  await figure.click()
  await expect(insights.getByRole('region', { name: /^Behind/ })).toBeVisible()
  const download = insights.waitForEvent('download')
  await insights.getByRole('button', { name: 'Save as CSV' }).click()
  expect((await download).suggestedFilename()).toMatch(/^segue-.*\.csv$/)
  expect(await violationsIn(insights)).toEqual([])
})

/** Whether a panel stands where a question about an answer is written, with the focus there. */
async function isAsking(context: BrowserContext): Promise<boolean> {
  const panels = context.pages().flatMap((page) => panelFrame(page) ?? [])
  const asking = panels.map((panel) =>
    panel.evaluate(() => document.activeElement?.matches('[data-question] textarea') ?? false),
  )
  return (await Promise.all(asking)).some(Boolean)
}

/** Signs in and stays on the home page: no deal, no page of ours. */
async function arrive(context: BrowserContext, org: Org, userName: string): Promise<void> {
  const page = context.pages()[0] ?? (await context.newPage())
  await signIn(page, org.hosts, userName)
}

async function openInsights(context: BrowserContext): Promise<Page> {
  const page = await context.newPage()
  await page.goto(`${await extensionOrigin(context)}/insights.html`)
  return page
}

async function noticesOf(context: BrowserContext): Promise<readonly string[]> {
  const worker = await extensionWorker(context)
  return Object.keys(await worker.evaluate(() => chrome.notifications.getAll()))
}

async function badgeOf(context: BrowserContext): Promise<string> {
  const worker = await extensionWorker(context)
  return worker.evaluate(() => chrome.action.getBadgeText({}))
}

function queriesFor(org: Org, object: string): number {
  const asked = org.calls.all().map(({ path }) => new URL(path, 'https://x').searchParams.get('q'))
  return asked.filter((query) => query?.includes(`FROM ${object}`)).length
}

function details(org: Org, kind: string): readonly unknown[] {
  return rows(org, `SELECT Details__c FROM Handoff_Event__c WHERE Kind__c = '${kind}'`).map(
    (event): unknown => JSON.parse(String(event['Details__c'])),
  )
}
