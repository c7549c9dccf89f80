import type { Frame, Locator } from '@playwright/test'
import { expect } from './stage.ts'

const soon = new Date(Date.now() + 14 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10)
const sentence = 'Dana signs off the depots before the first of June.'

/** Answers every question that blocks, and those that are asked because of an answer. */
export async function fillEverythingMissing(panel: Frame): Promise<void> {
  await expect(async () => {
    for (const key of await blockingQuestions(panel)) {
      await fillQuestion(panel.locator(`[data-question="${key}"]`))
    }
    expect(await blockingQuestions(panel)).toEqual([])
  }).toPass({ timeout: 30_000 })
}

/** Writes one promise to the customer down. */
export async function promise(panel: Frame, words: string): Promise<void> {
  await panel.getByRole('button', { name: 'Add commitment' }).click()
  const row = panel.getByRole('group', { name: 'commitment 1' })
  await fillRow(row)
  await row.getByRole('textbox').first().fill(words)
}

/** The keys of the questions that say that they block, in the order of the page. */
function blockingQuestions(panel: Frame): Promise<readonly string[]> {
  return panel
    .locator('[data-question]', { has: panel.getByText('blocks submit', { exact: true }) })
    .evaluateAll((places) =>
      places.map((place) => (place instanceof HTMLElement && place.dataset['question']) || ''),
    )
}

/** Takes the signed "none" where it is offered; else fills whatever control the question has. */
async function fillQuestion(question: Locator): Promise<void> {
  const none = question.locator('[data-none]')
  if (await none.count()) return none.click()
  const answer = question.locator('[data-answer]')
  const add = answer.getByRole('button', { name: /^Add / })
  if (await add.count()) {
    await add.click()
    return fillRow(answer.getByRole('group').last())
  }
  const search = answer.getByRole('searchbox')
  if (await search.count()) {
    await search.focus()
    return answer.getByRole('list', { name: 'Found' }).getByRole('button').first().click()
  }
  await fillControl(answer.locator('select, input, textarea').first())
}

async function fillRow(row: Locator): Promise<void> {
  for (const control of await row.locator('select, input:not([type=checkbox]), textarea').all()) {
    await fillControl(control)
  }
}

async function fillControl(control: Locator): Promise<void> {
  const { tag, type, mode } = await control.evaluate((element) => ({
    tag: element.tagName,
    type: element.getAttribute('type'),
    mode: element.getAttribute('inputmode'),
  }))
  if (tag === 'SELECT') return void (await control.selectOption({ index: 1 }))
  if (type === 'date') return control.fill(soon)
  return control.fill(mode === 'decimal' ? '1' : sentence)
}
