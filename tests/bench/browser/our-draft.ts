import { expect, type Frame } from '@playwright/test'
import { brightwater } from '../../e2e/cast.ts'
import { openDraft } from '../../e2e/stage.ts'
import { recordPage } from './bench-org.ts'
import type { Terms } from './terms.ts'

/** A note of 100 kB. */
export const NOTE = 'The month-end close takes nine days and the board wants four. '.repeat(1600)

/** Our panel with a draft in it, on the opportunity's page. */
export async function draftOfOurs({ site, contenders }: Terms): Promise<Frame> {
  const { page } = contenders.ours
  await page.goto(recordPage(site, brightwater.id))
  const panel = await openDraft(page)
  await expect(panel.getByText('Saved on this computer', { exact: true })).toBeVisible()
  return panel
}
