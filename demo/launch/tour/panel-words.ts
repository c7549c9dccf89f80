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
