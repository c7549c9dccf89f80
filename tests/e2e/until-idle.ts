import type { Frame, Page } from '@playwright/test'

/** Until a page has nothing urgent to do any more. */
export function untilIdle(page: Page | Frame): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        requestIdleCallback(() => resolve())
      }),
  )
}
