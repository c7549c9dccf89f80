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
export function spotOf(page: Page, role: string, name: RegExp): Promise<Spot> {
  return seek(page, { role, name }, middleOf)
}

/** A property of the control's style as the browser has worked it out, such as `direction`. */
export function styleOf(page: Page, control: Control, property: string): Promise<string> {
  return seek(page, control, async (session, backendNodeId) => {
    const { object } = await session.send('DOM.resolveNode', { backendNodeId })
    const { result } = await session.send('Runtime.callFunctionOn', {
      objectId: object.objectId ?? '',
      functionDeclaration: 'function (name) { return getComputedStyle(this)[name] }',
      arguments: [{ value: property }],
    })
    return String(result.value)
  })
}

/** What assistive technology finds a control by. */
interface Control {
  readonly role: string
  readonly name: RegExp
}

type Reading<Read> = (session: CDPSession, backendNodeId: number) => Promise<Read | undefined>

async function seek<Read>(page: Page, control: Control, read: Reading<Read>): Promise<Read> {
  const session = await page.context().newCDPSession(page)
  try {
    const until = Date.now() + PATIENCE
    while (Date.now() < until) {
      const node = await look(session, control)
      const found = node === undefined ? undefined : await read(session, node)
      if (found !== undefined) return found
      await page.waitForTimeout(LOOK_EVERY)
    }
    throw new Error(`No ${control.role} named ${String(control.name)} appeared on ${page.url()}.`)
  } finally {
    await session.detach()
  }
}

/** Presses the control as the mouse does. */
export async function pressOnPage(page: Page, role: string, name: RegExp): Promise<void> {
  const { x, y } = await spotOf(page, role, name)
  await page.mouse.click(x, y)
}

async function look(session: CDPSession, { role, name }: Control): Promise<number | undefined> {
  const { nodes } = await session.send('Accessibility.getFullAXTree')
  return nodes.find(
    (node) => !node.ignored && node.role?.value === role && name.test(String(node.name?.value)),
  )?.backendDOMNodeId
}

async function middleOf(session: CDPSession, backendNodeId: number): Promise<Spot | undefined> {
  const { quads } = await session.send('DOM.getContentQuads', { backendNodeId })
  const [x1 = 0, y1 = 0, , , x2 = 0, y2 = 0] = quads[0] ?? []
  return quads[0] && { x: (x1 + x2) / 2, y: (y1 + y2) / 2 }
}
