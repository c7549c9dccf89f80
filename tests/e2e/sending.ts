import type { Frame, Locator } from '@playwright/test'
import { ben } from './cast.ts'
import { fillEverythingMissing, promise } from './fill.ts'
import { expect } from './stage.ts'

/** What Ana promises in these tests. */
export const promised = 'Single sign-on works before the first depot starts.'

/** Fills the draft and goes to the review with Ben as the recipient: one press is left. */
export async function readyToWrite(panel: Frame): Promise<Locator> {
  await promise(panel, promised)
  await fillEverythingMissing(panel)
  await panel.getByRole('button', { name: /^(Submit…|Review)/ }).click()
  const sheet = panel.getByRole('dialog', { name: 'Review and submit' })
  await sheet.getByRole('searchbox').fill('kowal')
  await sheet.getByRole('button', { name: new RegExp(`^${ben.name}`) }).click()
  await expect(writeButton(sheet)).toBeEnabled()
  return sheet
}

/** The one button that writes. */
export function writeButton(sheet: Locator): Locator {
  return sheet.getByRole('button', { name: 'Write to Salesforce' })
}

/** Submits and waits until Salesforce has confirmed it. */
export async function submit(panel: Frame): Promise<void> {
  const sheet = await readyToWrite(panel)
  await writeButton(sheet).click()
  await expect(panel.getByText(/^In Salesforce/)).toBeVisible()
}
