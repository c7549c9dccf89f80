import type { Frame } from '@playwright/test'
import { handoffs } from './holdings.ts'
import { expect, openDraft, test } from './stage.ts'

const terms = 'Non-standard terms and discounts'
const excluded = 'What is not included'

test('the score rises and less is left as answers are given', async ({ rep }) => {
  const panel = await openDraft(rep)
  const [score, left] = [await scoreOf(panel), await leftOf(panel)]
  await panel.getByRole('textbox', { name: excluded }).fill('No weekend support, no migration.')
  await expect.poll(() => leftOf(panel)).toBe(left - 1)
  await expect.poll(() => scoreOf(panel)).toBeGreaterThan(score)
  await panel.getByRole('textbox', { name: excluded }).fill('')
  await expect.poll(() => leftOf(panel)).toBe(left)
  await expect.poll(() => scoreOf(panel)).toBe(score)
})

test('saying that there is nothing to say is an answer, signed by who says it', async ({ rep }) => {
  const panel = await openDraft(rep)
  const left = await leftOf(panel)
  await panel.getByRole('button', { name: 'Standard terms, no discount' }).click()
  await expect(panel.getByText('Standard terms, no discount · Ana Ferreira')).toBeVisible()
  await expect.poll(() => leftOf(panel)).toBe(left - 1)
  await panel.getByRole('button', { name: 'Answer it after all' }).click()
  await expect(panel.getByRole('textbox', { name: terms })).toBeVisible()
  await expect.poll(() => leftOf(panel)).toBe(left)
})

test('nothing can be submitted while something blocks', async ({ rep, org }) => {
  const panel = await openDraft(rep)
  await expect(panel.getByRole('button', { name: /^Submit/ })).toBeHidden()
  await panel.getByRole('button', { name: /^Review/ }).click()
  const sheet = panel.getByRole('dialog', { name: 'Review and submit' })
  await expect(sheet.getByRole('region', { name: 'What still blocks' })).toContainText(terms)
  await expect(sheet.getByRole('button', { name: 'Write to Salesforce' })).toBeDisabled()
  await rep.keyboard.press('Control+Enter')
  await expect(sheet).toBeVisible()
  await rep.keyboard.press('Escape')
  await panel.getByRole('textbox', { name: excluded }).fill('No weekend support.')
  await expect(panel.getByText('Saved on this computer', { exact: true })).toBeVisible()
  await expect(panel.getByRole('button', { name: /^Review/ })).toBeVisible()
  expect(handoffs(org)).toEqual([])
})

test('the list of what is left names the rule and leads to the answer', async ({ rep }) => {
  const panel = await openDraft(rep)
  await panel.getByRole('button', { name: /left$/ }).click()
  const list = panel.getByRole('dialog', { name: 'What is left' })
  const needed = list.getByRole('region', { name: 'Needed before you submit' })
  const line = needed.getByRole('button', { name: /^What they expect of us/ })
  await expect(line).toContainText(/Rule: \w+/)
  await line.click()
  await expect(list).toBeHidden()
  await expect(panel.getByRole('textbox', { name: /^What they expect of us/ })).toBeFocused()
})

test('the list of what is left opens to all that counts, done or not, and how much', async ({
  rep,
}) => {
  const panel = await openDraft(rep)
  await panel.getByRole('button', { name: /left$/ }).click()
  const list = panel.getByRole('dialog', { name: 'What is left' })
  await list.getByText(/^All that counts, and how much: \d+% is there$/).click()
  const section = list.getByRole('region', { name: 'What was sold' })
  await expect(section).toContainText(/\d of \d+ · \d+% of the score/)
  await expect(section.getByRole('listitem').first()).toContainText('needed before you submit')
})

test('Alt and the arrows walk through what is missing', async ({ rep }) => {
  const panel = await openDraft(rep)
  await expect(panel.getByRole('textbox', { name: terms })).toBeFocused()
  await rep.keyboard.press('Alt+ArrowDown')
  await expect(panel.getByRole('textbox', { name: excluded })).toBeFocused()
  await rep.keyboard.press('Alt+ArrowDown')
  await expect(panel.getByRole('textbox', { name: 'The problem they want solved' })).toBeFocused()
  await rep.keyboard.press('Alt+ArrowUp')
  await rep.keyboard.press('Alt+ArrowUp')
  await expect(panel.getByRole('textbox', { name: terms })).toBeFocused()
})

test('an answer asked for only in some cases is asked for when the case arises', async ({
  rep,
}) => {
  const panel = await openDraft(rep)
  const left = await leftOf(panel)
  const scope = panel.getByRole('combobox', { name: 'Is there technical work?' })
  await scope.selectOption('Integration, migration or security work')
  const missing = panel.getByText('“Technical details” is not answered yet.')
  await expect(missing).toBeVisible()
  await scope.selectOption('None')
  await expect(missing).toBeHidden()
  await expect.poll(() => leftOf(panel)).toBe(left - 1)
})

async function leftOf(panel: Frame): Promise<number> {
  return Number.parseInt(await panel.getByRole('button', { name: /left$/ }).innerText(), 10)
}

function scoreOf(panel: Frame): Promise<number> {
  return panel
    .getByRole('meter', { name: 'Completeness' })
    .evaluate((meter) => (meter instanceof HTMLMeterElement ? meter.value : Number.NaN))
}
