import type { Frame, Locator } from '@playwright/test'

const PATIENCE = 60

/** What somebody would write who has five minutes; long enough not to be called too short. */
const WORDS =
  'They want the monthly plan in two days instead of six; Finance leads, and the project owner has named the date.'

/**
 * Answers everything that still blocks, as a user does: "Go" leads to the next missing answer, which is
 * then filled by the kind of its control, or signed as "none" where the question offers that.
 */
export async function answerEverything(frame: Frame): Promise<void> {
  for (let round = 0; round < PATIENCE; round += 1) {
    if (await isReady(frame)) return
    await frame.getByRole('button', { name: /^Go\b/ }).click()
    const question = frame.locator('[data-question]').filter({ has: frame.locator(':focus') })
    await answer(question.first())
  }
  throw new Error('Something still blocks after every question was answered.')
}

/** Only the choice of the recipient may be left, which belongs to the review. */
async function isReady(frame: Frame): Promise<boolean> {
  const left = await frame.getByRole('button', { name: /left$|ready to submit/ }).innerText()
  if (/ready|^1 left/.test(left)) {
    const next = frame.getByRole('paragraph').filter({ hasText: /^Next:/ })
    return (await next.count()) === 0 || /Choose who takes over/.test(await next.innerText())
  }
  return false
}

async function answer(question: Locator): Promise<void> {
  const signed = question.locator('[data-none]')
  if ((await signed.count()) > 0) return signed.first().click()
  const rows = question.getByRole('button', { name: /^Add / })
  return (await rows.count()) > 0 ? fillRow(question, rows) : fillControls(question)
}

async function fillRow(question: Locator, add: Locator): Promise<void> {
  if ((await question.locator('fieldset').count()) === 0) await add.click()
  const more = question.locator('fieldset')
  for (let at = 0; at < (await more.count()); at += 1) await fillControls(more.nth(at))
}

/** Fills the empty controls of a question or row; a choice takes its first real option. */
async function fillControls(area: Locator): Promise<void> {
  for (const box of await area.locator('textarea, input[type=text], input:not([type])').all()) {
    if ((await box.inputValue()) === '') await box.fill(WORDS)
  }
  for (const date of await area.locator('input[type=date]').all()) {
    if ((await date.inputValue()) === '') await date.fill(inSixWeeks())
  }
  for (const choice of await area.locator('select').all()) {
    const options = await choice.locator('option').count()
    if ((await choice.inputValue()) === '' && options > 1) await choice.selectOption({ index: 1 })
  }
  for (const tick of await area.locator('[data-answer] input[type=checkbox]').all())
    await tick.check()
}

function inSixWeeks(): string {
  return new Date(Date.now() + 42 * 86_400_000).toISOString().slice(0, 10)
}
