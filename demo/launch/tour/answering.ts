import type { Frame, Locator } from '@playwright/test'
import { texts, wordsFor } from './words.ts'

const MOST_ROUNDS = 20
/** Who is named where the customer has no contacts. */
const somebody = 'Head of finance'
/** What a question says that cannot be left open. */
const blocks = 'blocks submit'

/**
 * Answers everything that still blocks, as a user does: the signed "none" where a question offers it,
 * otherwise whatever control it has; a colleague where somebody is asked for. An answer may make
 * further questions needed, so it looks again.
 */
export async function answerEverything(frame: Frame, colleague: string): Promise<void> {
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const blocking = await blockingQuestions(frame)
    if (blocking.length === 0) return
    for (const key of blocking) {
      const question = questionAt(frame, key)
      await answer(question, key, colleague)
      await judged(question)
    }
  }
  throw new Error(`These still block: ${(await blockingQuestions(frame)).join(', ')}`)
}

/** The verdict follows an answer a moment later; an answer that is not enough keeps its mark. */
async function judged(question: Locator): Promise<void> {
  const mark = question.getByText(blocks, { exact: true })
  await mark.waitFor({ state: 'detached', timeout: 1000 }).catch(() => undefined)
}

/** Says what the seller knows, where the question is asked: it replaces what Salesforce had. */
export async function sayWhatIsKnown(frame: Frame): Promise<void> {
  for (const [key, words] of Object.entries(texts)) {
    const box = questionAt(frame, key).locator('[data-answer]').getByRole('textbox')
    if ((await box.count()) === 1) await box.fill(words)
  }
}

/** Brings the first of what was said into sight. */
export async function showFirst(frame: Frame): Promise<void> {
  for (const key of Object.keys(texts)) {
    const question = questionAt(frame, key)
    if ((await question.count()) === 0) continue
    return question.evaluate((place) => place.scrollIntoView({ block: 'center' }))
  }
}

function questionAt(frame: Frame, key: string): Locator {
  return frame.locator(`[data-question="${key}"]`)
}

/** The keys of the questions that say that they block, in the order of the page. */
function blockingQuestions(frame: Frame): Promise<readonly string[]> {
  return frame
    .locator('[data-question]', { has: frame.getByText(blocks, { exact: true }) })
    .evaluateAll((places) => places.map((place) => place.getAttribute('data-question') ?? ''))
}

async function answer(question: Locator, key: string, colleague: string): Promise<void> {
  const area = question.locator('[data-answer]')
  const add = area.getByRole('button', { name: /^Add / })
  const none = question.locator('[data-none]')
  const promises = area.getByRole('button', { name: 'Add commitment' })
  if ((await none.count()) > 0 && (await promises.count()) === 0) return none.click()
  if ((await add.count()) > 0) {
    await add.click()
    return fillRow(area.getByRole('group').last(), key)
  }
  const search = area.getByRole('searchbox')
  if ((await search.count()) > 0) {
    const isColleague = (await search.getAttribute('placeholder')) === 'Search by name'
    // Contacts who play a part in the deal are offered before a word is typed; an org may have none.
    await (isColleague ? search.fill(colleague) : search.focus())
    const found = area.getByRole('list', { name: 'Found' }).getByRole('button')
    if (!isColleague && (await found.count()) === 0) {
      await search.fill(somebody)
      return area.getByRole('button', { name: `Use “${somebody}”` }).click()
    }
    return found.first().click()
  }
  const choices = area.locator('select:has(option:nth-child(2))')
  await fill(area.locator('input, textarea').or(choices).first(), key)
}

/** Enter finishes the row, which then reads in two lines. */
async function fillRow(row: Locator, key: string): Promise<void> {
  for (const control of await row.locator('select, input:not([type=checkbox]), textarea').all()) {
    await fill(control, key)
  }
  await row.getByRole('button', { name: 'Done' }).click()
}

async function fill(control: Locator, key: string): Promise<void> {
  const { tag, type, mode, label } = await control.evaluate((element) => ({
    tag: element.tagName,
    type: element.getAttribute('type'),
    mode: element.getAttribute('inputmode'),
    label:
      document.querySelector(`label[for="${CSS.escape(element.id)}"]`)?.firstChild?.textContent ??
      '',
  }))
  if (tag === 'SELECT') return void (await control.selectOption({ index: 1 }))
  if (type === 'checkbox') return control.check()
  return control.fill(mode === 'decimal' ? '1' : wordsFor(key, label, type))
}
