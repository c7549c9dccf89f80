import type { Frame, Locator } from '@playwright/test'
import { panelOf } from '../browser.ts'
import type { Stage } from './stage.ts'

/** The panel on the page the audience looks at. */
export async function panel({ page }: Stage): Promise<Frame> {
  return panelOf(page)
}

/** The button by its words; it must be there and enabled to be pressed. */
export function button(frame: Frame, name: string | RegExp): Locator {
  return frame.getByRole('button', { name })
}

/** Waits until a button can be pressed: one that has only just come into sight cannot, for a moment. */
export async function untilReady(frame: Frame, name: string): Promise<void> {
  const ready = 'button:enabled:not([aria-disabled=true])'
  await frame
    .locator(ready)
    .filter({ hasText: new RegExp(`^${name}$`) })
    .waitFor()
}
