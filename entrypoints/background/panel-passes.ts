import * as z from 'zod/mini'
import type { Caller } from '#lib/messaging/router.ts'
import type { Memory } from '#lib/salesforce/memory.ts'

const passesSchema = z.array(z.string())

/** A page may be gone back to: the frames of the last few pages of a tab are still ours. */
const mostPerTab = 8

/** How long a frame may be ahead of the content script's word for it, in milliseconds. */
const patience = 1000

const place = 'panel-passes:'
const passesOf = (tabId: number) => place + tabId

/** Whether passes are kept under this name. */
export const isPass = (name: string): boolean => name.startsWith(place)

/** Which frames in a tab were made by our own content script. */
export interface PanelPasses {
  /** Remembers a frame that the content script of this tab is about to add. */
  readonly admit: (tabId: number, pass: string) => Promise<void>
  /**
   * Whether a page of ours may show what belongs to its tab: in a frame only when the content script of that
   * very tab has made the frame. A page in a tab of its own has no pass and needs none. A frame may come up
   * before the message about it does: the answer then waits for that message, a second at most.
   */
  readonly isAdmitted: (caller: Caller, pass: string | undefined) => Promise<boolean>
}

/** Keeps the passes as long as the browser runs. */
export function createPanelPasses(memory: Memory): PanelPasses {
  const told = new EventTarget()
  let last = Promise.resolve()

  const has = async (tabId: number, pass: string) => (await passesIn(memory, tabId)).includes(pass)
  const add = async (tabId: number, pass: string) => {
    const known = await passesIn(memory, tabId)
    await memory.set(passesOf(tabId), [...known, pass].slice(-mostPerTab))
  }
  return {
    admit: async (tabId, pass) => {
      // Panel and card may be added at once: none may write over the other's pass.
      const added = last.then(() => add(tabId, pass))
      last = added.catch(() => undefined)
      await added
      told.dispatchEvent(new Event(pass))
    },
    isAdmitted: async ({ tabId, isFramed }, pass) => {
      if (!isFramed) return true
      if (tabId === null || pass === undefined) return false
      const heard = heardOf(told, pass)
      if (await has(tabId, pass)) return true
      await heard
      return has(tabId, pass)
    },
  }
}

/** Settles once this pass is told of, or when it is too late for that. */
function heardOf(told: EventTarget, pass: string): Promise<void> {
  return new Promise((resolve) => {
    const signal = AbortSignal.timeout(patience)
    told.addEventListener(pass, () => resolve(), { once: true, signal })
    signal.addEventListener('abort', () => resolve(), { once: true })
  })
}

async function passesIn(memory: Memory, tabId: number): Promise<readonly string[]> {
  return passesSchema.safeParse(await memory.get(passesOf(tabId))).data ?? []
}
