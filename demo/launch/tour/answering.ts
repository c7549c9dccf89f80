import type { Frame, Locator } from '@playwright/test'

const MOST_ROUNDS = 20
const DAY = 86_400_000

/** What somebody would write who has five minutes; long enough not to be called too short. */
const WORDS =
  'Dana from Finance signs the depots off before the first of June, and told the board so.'

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
      await answer(frame.locator(`[data-question="${key}"]`), colleague)
    }
  }
  throw new Error(`These still block: ${(await blockingQuestions(frame)).join(', ')}`)
}

/** The keys of the questions that say that they block, in the order of the page. */
function blockingQuestions(frame: Frame): Promise<readonly string[]> {
  return frame
    .locator('[data-question]', { has: frame.getByText('blocks submit', { exact: true }) })
    .evaluateAll((places) => places.map((place) => place.getAttribute('data-question') ?? ''))
}

async function answer(question: Locator, colleague: string): Promise<void> {
  const area = question.locator('[data-answer]')
  const add = area.getByRole('button', { name: /^Add / })
  const none = question.locator('[data-none]')
  const promises = area.getByRole('button', { name: 'Add commitment' })
  if ((await none.count()) > 0 && (await promises.count()) === 0) return none.click()
  if ((await add.count()) > 0) {
    await add.click()
    return fillAll(area.getByRole('group').last())
  }
  const search = area.getByRole('searchbox')
  if ((await search.count()) > 0) {
    await search.fill(colleague)
    return area.getByRole('list', { name: 'Found' }).getByRole('button').first().click()
  }
  const choices = area.locator('select:has(option:nth-child(2))')
  await fill(area.locator('input, textarea').or(choices).first())
}

async function fillAll(row: Locator): Promise<void> {
  for (const control of await row.locator('select, input:not([type=checkbox]), textarea').all()) {
    await fill(control)
  }
}

async function fill(control: Locator): Promise<void> {
  const { tag, type, mode } = await control.evaluate((element) => ({
    tag: element.tagName,
    type: element.getAttribute('type'),
    mode: element.getAttribute('inputmode'),
  }))
  if (tag === 'SELECT') return void (await control.selectOption({ index: 1 }))
  if (type === 'checkbox') return control.check()
  if (type === 'date')
    return control.fill(new Date(Date.now() + 42 * DAY).toISOString().slice(0, 10))
  return control.fill(mode === 'decimal' ? '1' : WORDS)
}
