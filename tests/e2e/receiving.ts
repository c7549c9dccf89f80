import type { Frame, Locator } from '@playwright/test'
import { expect } from './stage.ts'

/** Marks sections as read, the first ones or all. */
export async function tickSections(panel: Frame, most = Infinity): Promise<void> {
  const ticks = panel.getByRole('checkbox', { name: /^Read/ })
  await expect(ticks.first()).toBeVisible()
  for (const tick of (await ticks.all()).slice(0, most))
    if (await tick.isEnabled()) await tick.check()
}

/** Fills the sheet of an acceptance: one press is left. */
export async function sayBack(panel: Frame, words: string): Promise<Locator> {
  await panel.getByRole('button', { name: 'Accept…' }).click()
  const sheet = panel.getByRole('dialog', { name: 'Accept this handoff' })
  for (const box of await sheet.getByRole('textbox').all()) await box.fill(words)
  await sheet.getByRole('checkbox').check()
  return sheet
}
