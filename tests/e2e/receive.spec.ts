import type { BrowserContext, Frame } from '@playwright/test'
import { extensionWorker, openPopup } from '#demo/launch/browser.ts'
import type { Org } from '#demo/org/org.ts'
import { ben, brightwater } from './cast.ts'
import { handoffs, rows } from './holdings.ts'
import { sayBack, tickSections } from './receiving.ts'
import { promised, submit } from './sending.ts'
import { deskOf, expect, openDraft, openPanel, panelFrame, test } from './stage.ts'

// Two browsers and a whole handoff each.
test.describe.configure({ timeout: 120_000 })

test('the recipient is told, reads the packet and accepts; the sender sees it', async ({
  rep,
  org,
  openBrowser,
}) => {
  await submit(await openDraft(rep))
  const context = await openBrowser()
  const desk = await deskOf(org, context, ben.name)
  await expect.poll(() => badgeOf(context)).toBe('1')
  await desk.goto(`https://${org.hosts.lightning}/lightning/page/home`)

  const panel = await openFromPopup(context)
  const packet = panel.getByRole('article', { name: /^Handoff HO-/ })
  await expect(packet).toContainText(promised)
  await expect(packet).toContainText('Ana Ferreira')
  await tickSections(panel)
  const sheet = await sayBack(panel, 'Close in two days; the depot lock worries me.')
  await sheet.getByRole('button', { name: 'Accept' }).click()

  await expect.poll(() => handoffs(org)[0]?.['Status__c']).toBe('Accepted')
  expect(handoffs(org)[0]?.['Decision_Comment__c']).toContain('depot lock')
  expect(eventKinds(org)).toEqual(['Submitted', 'Viewed', 'Accepted', 'Reviewed'])
  await expect.poll(() => badgeOf(context)).toBe('')

  await rep.reload()
  const seen = await openPanel(rep)
  await expect(seen.getByRole('article')).toContainText('Accepted')
  await expect(seen.getByRole('article')).toContainText('the depot lock worries me')
})

test('the recipient declines with a reason; the sender mends it and sends it again, and it ends', async ({
  rep,
  org,
  openBrowser,
}) => {
  await submit(await openDraft(rep))
  const desk = await deskOf(org, await openBrowser(), ben.name)
  const panel = await openPanel(desk)
  await panel.getByRole('button', { name: 'Decline…' }).click()
  const sheet = panel.getByRole('dialog', { name: 'Decline this handoff' })
  const decline = sheet.getByRole('button', { name: 'Decline' })
  await expect(decline).toBeDisabled()
  await sheet.getByRole('checkbox', { name: 'Success is not defined' }).check()
  await expect(decline).toBeDisabled()
  await sheet.getByRole('textbox').fill('Which month counts as the first result?')
  await decline.click()
  await expect.poll(() => handoffs(org)[0]?.['Status__c']).toBe('Rejected')
  expect(handoffs(org)[0]?.['Reject_Reason__c']).toContain('NO_SUCCESS_CRITERIA')

  await rep.reload()
  const seen = await openPanel(rep)
  await expect(seen.getByRole('article')).toContainText('Success is not defined')
  await expect(seen.getByRole('article')).toContainText('Which month counts')
  const mend = seen.getByRole('button', { name: 'Mend and resubmit' })
  const asSent = seen.getByRole('button', { name: 'See it as it was sent' })
  await mend.click()
  await expect(seen.getByRole('meter', { name: 'Completeness' })).toBeVisible()
  // The keyboard goes on from the way back, in both directions.
  await expect(asSent).toBeFocused()
  await rep.keyboard.press('Enter')
  await expect(mend).toBeFocused()
  await rep.keyboard.press('Enter')
  await expect(asSent).toBeFocused()
  await seen.getByRole('button', { name: /^(Submit…|Review)/ }).click()
  await seen.getByRole('button', { name: 'Write to Salesforce' }).click()
  await expect.poll(() => handoffs(org)[0]?.['Status__c']).toBe('Submitted')
  expect(handoffs(org)).toHaveLength(1)

  await desk.reload()
  const again = await openPanel(desk)
  await again.getByRole('button', { name: 'Decline…' }).click()
  const last = again.getByRole('dialog', { name: 'Decline this handoff' })
  await last.getByRole('checkbox', { name: 'I have no capacity' }).check()
  await last.getByRole('radio', { name: 'It ends here' }).check()
  await last
    .getByRole('textbox', { name: /^What should be known about it/ })
    .fill('They bought it for Dana, who is on sick leave.')
  await expect(last.getByText(/may touch somebody’s private life/)).toBeVisible()
  await last.getByRole('button', { name: 'Decline' }).click()
  await expect.poll(() => handoffs(org)[0]?.['Decision_Outcome__c']).toBe('Close')
  await rep.reload()
  await expect((await openPanel(rep)).getByText('It ends here')).toBeVisible()
})

test('the popup lists what waits, and takes who accepts to where it can be read', async ({
  rep,
  org,
  openBrowser,
}) => {
  await submit(await openDraft(rep))
  const context = await openBrowser()
  await deskOf(org, context, ben.name)
  const popup = await openPopup(context)
  const waiting = popup.getByRole('region', { name: 'Waiting for you' })
  await expect(waiting).toContainText(brightwater.name)
  await expect(waiting).toContainText('Brightwater Logistics')
  await expect(waiting).toContainText('184,000')
  await expect(waiting).toContainText('Ana Ferreira')
  await expect(waiting).toContainText(/\d+\s?% complete/)
  const opened = context.waitForEvent('page')
  await waiting.getByRole('button', { name: `Accept ${brightwater.name}` }).click()
  const page = await opened
  await expect.poll(() => panelFrame(page)).toBeDefined()
  const panel = await openPanel(page)
  await expect(panel.getByRole('dialog', { name: 'Accept this handoff' })).toBeVisible()
  expect(handoffs(org)[0]?.['Status__c']).toBe('Submitted')
})

/** Opens the waiting handoff from the popup: its record comes in a tab of its own, with the panel. */
async function openFromPopup(context: BrowserContext): Promise<Frame> {
  const popup = await openPopup(context)
  const opened = context.waitForEvent('page')
  await popup.getByRole('button', { name: new RegExp(`^${brightwater.name}`) }).click()
  const page = await opened
  await expect.poll(() => panelFrame(page)).toBeDefined()
  return openPanel(page)
}

async function badgeOf(context: BrowserContext): Promise<string> {
  const worker = await extensionWorker(context)
  return worker.evaluate(() => chrome.action.getBadgeText({}))
}

function eventKinds(org: Org): readonly unknown[] {
  return rows(org, 'SELECT Kind__c FROM Handoff_Event__c ORDER BY Name').map(
    (event) => event['Kind__c'],
  )
}
