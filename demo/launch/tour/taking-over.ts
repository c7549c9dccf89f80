import { openPopup, panelOf, signIn, extensionWorker } from '../browser.ts'
import { button } from './panel-words.ts'
import type { Stage } from './stage.ts'

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
  await popup.getByText(stage.cast.opportunity.name).first().waitFor()
}

/** Opens the record from the popup; the panel shows the packet. */
export async function readPacket(stage: Stage): Promise<void> {
  const { context, cast } = stage
  const opened = context.waitForEvent('page')
  await stage.page.getByText(cast.opportunity.name).first().click()
  stage.page = await opened
  const frame = await panelOf(stage.page)
  await frame.getByRole('article', { name: /^Handoff / }).waitFor()
}

/** Accepts the handoff; Salesforce holds the decision. */
export async function accept(stage: Stage): Promise<void> {
  const frame = await panelOf(stage.page)
  for (const tick of await frame.getByRole('checkbox', { name: /^Read/ }).all()) await tick.check()
  await button(frame, 'Accept…').click()
  const sheet = frame.getByRole('dialog', { name: 'Accept this handoff' })
  for (const box of await sheet.getByRole('textbox').all())
    await box.fill('Goal: plan in two days. Risk: Finance is short of people.')
  for (const tick of await sheet.getByRole('checkbox').all()) await tick.check()
  await frame.getByRole('dialog').getByRole('button', { name: 'Accept', exact: true }).click()
  await frame.getByText('Accepted', { exact: true }).first().waitFor()
}
