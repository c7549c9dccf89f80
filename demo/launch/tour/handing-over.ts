import { pressCommand } from '../browser.ts'
import { answerEverything, sayWhatIsKnown, showFirst } from './answering.ts'
import { button, panel, untilReady } from './panel-words.ts'
import type { Stage } from './stage.ts'

/** Presses the shortcut: the panel opens with the focus in the first missing answer. */
export async function openPanel(stage: Stage): Promise<void> {
  await pressCommand(stage.page)
  const frame = await panel(stage)
  await frame.getByText('Saved on this computer', { exact: true }).waitFor()
  await frame.waitForFunction(() => document.activeElement?.closest('[data-question]') !== null)
}

/** Answers what is missing, until nothing but the recipient is. */
export async function writeAnswers(stage: Stage): Promise<void> {
  const frame = await panel(stage)
  await answerEverything(frame, stage.cast.recipient.name)
  await sayWhatIsKnown(frame)
  // A further answer may have made a further question needed.
  await answerEverything(frame, stage.cast.recipient.name)
  await frame.getByText('Saved on this computer', { exact: true }).waitFor()
  await showFirst(frame)
}

/** Opens the review and finds the recipient by name. */
export async function chooseRecipient(stage: Stage): Promise<void> {
  const frame = await panel(stage)
  await button(frame, /^(Review|Submit…)$/).click()
  const { name } = stage.cast.recipient
  await frame.getByLabel(/Who takes over\?/).fill(name)
  await frame.getByRole('list', { name: 'Found' }).getByRole('button', { name }).first().click()
  await button(frame, 'Choose somebody else').waitFor()
  await untilReady(frame, 'Write to Salesforce')
}

/** Writes the handoff to Salesforce, once it says what will be written. */
export async function submit(stage: Stage): Promise<void> {
  const frame = await panel(stage)
  await button(frame, 'Write to Salesforce').click()
  await frame.getByText(/^In Salesforce/).waitFor()
}
