import type { Frame, Page } from '@playwright/test'
import { expect } from './stage.ts'

/** What has the focus in the panel: all that somebody without a mouse goes by. */
interface Focused {
  readonly question: string
  /** Such as `textarea`, `select`, `button`, `text`, `search`, `date`, `checkbox`, `decimal`. */
  readonly control: string
  readonly name: string
  readonly isInRow: boolean
  readonly value: string
}

/** Reads what has the focus, as a screen reader would say it. */
export async function focused(panel: Frame): Promise<Focused> {
  const { tag, type, mode, label, called, ...rest } = await panel.evaluate(() => {
    const here = document.activeElement ?? document.body
    const within = (place: string) => here.closest(place)
    const labelled = document.querySelector(`label[for="${CSS.escape(here.id)}"]`)
    return {
      tag: here.tagName.toLowerCase(),
      type: here.getAttribute('type'),
      mode: here.getAttribute('inputmode'),
      label: (labelled ?? within('label') ?? here).textContent.trim(),
      called: here.getAttribute('aria-label'),
      question: within('[data-question]')?.getAttribute('data-question') ?? '',
      isInRow: within('[data-row]') !== null,
      value: 'value' in here ? String(here.value) : '',
    }
  })
  const kind = tag === 'input' ? (type ?? 'text') : tag
  return { ...rest, control: mode === 'decimal' ? mode : kind, name: called ?? label }
}

const words = 'Finance signs the depots off before the first of June.'

/** Presses Tab until something of this name has the focus. */
export async function tabTo(page: Page, panel: Frame, name: RegExp): Promise<void> {
  for (let steps = 0; steps < 400; steps += 1) {
    if (name.test((await focused(panel)).name)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never came to ${String(name)}.`)
}

/** Types into whatever has the focus, and goes on as its kind of control asks. */
async function fillFocused(page: Page, panel: Frame, colleague: string): Promise<void> {
  const { control, value } = await focused(panel)
  const { keyboard } = page
  if (control === 'select') return keyboard.press('ArrowDown')
  if (control === 'checkbox') return keyboard.press('Space')
  if (control === 'date') return keyboard.type('01152027')
  if (control === 'search') {
    await keyboard.type(colleague)
    await expect(panel.getByRole('list', { name: 'Found' }).getByRole('button')).toHaveCount(1)
    return
  }
  if (value !== '') await keyboard.press('ControlOrMeta+a')
  await keyboard.type(control === 'decimal' ? '1' : words)
}

/** A row that is new: its fields one after the other; Enter in the last line finishes it. */
async function fillRow(page: Page, panel: Frame): Promise<void> {
  for (let fields = 0; fields < 12; fields += 1) {
    const { control, isInRow } = await focused(panel)
    if (!isInRow || control === 'button') break
    await fillFocused(page, panel, '')
    await page.keyboard.press('Tab')
  }
  // "Done" is the first button after the fields.
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await focused(panel)).name).toMatch(/^Add /)
}

/** How many questions say that they block. */
function blocking(panel: Frame): Promise<number> {
  return panel
    .locator('[data-question]', { has: panel.getByText('blocks submit', { exact: true }) })
    .count()
}

/** Answers what blocks with the keys that the panel offers: type, Enter, next. */
export async function answerByKeyboard(page: Page, panel: Frame, colleague: string): Promise<void> {
  for (let steps = 0; steps < 60; steps += 1) {
    // The recipient is chosen in the review.
    if ((await blocking(panel)) === 0) return
    const { control, name, question } = await focused(panel)
    if (control === 'button' && name.startsWith('Add ')) {
      await page.keyboard.press('Enter')
      await expect.poll(async () => (await focused(panel)).isInRow).toBe(true)
      await fillRow(page, panel)
    } else await fillFocused(page, panel, colleague)
    const goesByEnter = ['text', 'search', 'decimal', 'date', 'checkbox'].includes(control)
    await page.keyboard.press(goesByEnter ? 'Enter' : 'Alt+ArrowDown')
    await expect
      .poll(async () => (await focused(panel)).question !== question || (await blocking(panel)) < 2)
      .toBe(true)
  }
  throw new Error('There is always something left.')
}
