import type { Frame, Locator, Page } from '@playwright/test'
import { openPopup, panelOf, signIn, extensionWorker } from '../browser.ts'
import { button, untilReady } from './panel-words.ts'
import type { Stage } from './stage.ts'
import { saidBack } from './words.ts'

/** Signs the recipient in, in the same browser, after the sender has left. */
export async function signInAsRecipient(stage: Stage): Promise<void> {
  const { page, org, cast } = stage
  await page.goto(`https://${org.hosts.my}/secur/logout.jsp`)
  await signIn(page, org.hosts, cast.recipient.name)
}

/** The toolbar icon shows how many handoffs wait. */
export async function seeBadge({ context, page }: Stage): Promise<void> {
  const worker = await extensionWorker(context)
  const deadline = Date.now() + 15_000
  while (Date.now() < deadline) {
    const text = await worker.evaluate(() => chrome.action.getBadgeText({}))
    if (Number(text) > 0) return
    await page.waitForTimeout(200)
  }
  throw new Error('The badge shows no handoff.')
}

/** Opens the popup, which lists the handoff. */
export async function openInbox(stage: Stage): Promise<void> {
  const popup = await openPopup(stage.context)
  stage.page = popup
  await rowOf(popup, stage).waitFor()
}

/** The handoff in the list: by the deal's name, or the first where the deal is private to its owner. */
function rowOf(popup: Page, { cast }: Stage): Locator {
  const row = popup.locator('[data-handoff]')
  return row.filter({ hasText: cast.opportunity.name }).or(row).first()
}

/** Opens the record from the popup; the panel shows the packet. */
export async function readPacket(stage: Stage): Promise<void> {
  const { context } = stage
  const opened = context.waitForEvent('page')
  await rowOf(stage.page, stage).click()
  stage.page = await opened
  const frame = await panelOf(stage.page)
  await frame.getByRole('article', { name: /^Handoff / }).waitFor()
  const brief = frame.getByRole('region', { name: 'Brief' })
  await brief.evaluate((place) => place.scrollIntoView({ block: 'start' }))
}

/** Marks every section as read, and says back what counts: one press is left. */
export async function sayBack(stage: Stage): Promise<void> {
  const frame = await panelOf(stage.page)
  for (const tick of await frame.getByRole('checkbox', { name: /^Read/ }).all()) await tick.check()
  await button(frame, 'Accept…').click()
  const sheet = sheetIn(frame)
  for (const [at, box] of (await sheet.getByRole('textbox').all()).entries())
    await box.fill(saidBack[at] ?? 'Thank you, this is clear.')
  for (const tick of await sheet.getByRole('checkbox').all()) await tick.check()
  await untilReady(frame, 'Accept')
}

/** Accepts the handoff; Salesforce holds the decision. */
export async function accept(stage: Stage): Promise<void> {
  const frame = await panelOf(stage.page)
  await sheetIn(frame).getByRole('button', { name: 'Accept', exact: true }).click()
  await frame.getByText('Accepted', { exact: true }).first().waitFor()
}

function sheetIn(frame: Frame): Locator {
  return frame.getByRole('dialog', { name: 'Accept this handoff' })
}
