import type { CDPSession, Page } from '@playwright/test'

/** Where something is on the page, in CSS pixels. */
export interface Spot {
  readonly x: number
  readonly y: number
}

const LOOK_EVERY = 100
const PATIENCE = 15_000

/**
 * The middle of the control with this role whose accessible name matches, in closed shadow roots as
 * well: Playwright's locators stop there, assistive technology does not. Rejects after 15 seconds.
 */
export async function spotOf(page: Page, role: string, name: RegExp): Promise<Spot> {
  const session = await page.context().newCDPSession(page)
  try {
    const until = Date.now() + PATIENCE
    while (Date.now() < until) {
      const spot = await look(session, role, name)
      if (spot) return spot
      await page.waitForTimeout(LOOK_EVERY)
    }
    throw new Error(`No ${role} named ${String(name)} appeared on ${page.url()}.`)
  } finally {
    await session.detach()
  }
}

/** Presses the control as the mouse does. */
export async function pressOnPage(page: Page, role: string, name: RegExp): Promise<void> {
  const { x, y } = await spotOf(page, role, name)
  await page.mouse.click(x, y)
}

async function look(session: CDPSession, role: string, name: RegExp): Promise<Spot | undefined> {
  const { nodes } = await session.send('Accessibility.getFullAXTree')
  const found = nodes.find(
    (node) => !node.ignored && node.role?.value === role && name.test(String(node.name?.value)),
  )
  if (found?.backendDOMNodeId === undefined) return undefined
  const { quads } = await session.send('DOM.getContentQuads', {
    backendNodeId: found.backendDOMNodeId,
  })
  const [x1 = 0, y1 = 0, , , x2 = 0, y2 = 0] = quads[0] ?? []
  return quads[0] && { x: (x1 + x2) / 2, y: (y1 + y2) / 2 }
}
