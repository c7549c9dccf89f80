import * as z from 'zod/mini'
import type { Caller } from '#lib/messaging/router.ts'
import type { WorkerPorts } from './ports.ts'

type Memory = WorkerPorts['memory']

const passesSchema = z.array(z.string())

/** A page may be gone back to: the frames of the last few pages of a tab are still ours. */
const mostPerTab = 8

const passesOf = (tabId: number) => `panel-passes:${tabId}`

/** Remembers a frame that the content script of this tab is about to add. */
export async function admit(memory: Memory, tabId: number, pass: string): Promise<void> {
  const known = await passesIn(memory, tabId)
  await memory.set(passesOf(tabId), [...known, pass].slice(-mostPerTab))
}

/**
 * Whether a page of ours may show what belongs to its tab: in a frame only when the content script of that
 * very tab has made the frame. A page in a tab of its own has no pass and needs none.
 */
export async function isAdmitted(
  memory: Memory,
  { tabId, isFramed }: Caller,
  pass: string | undefined,
): Promise<boolean> {
  if (!isFramed) return true
  if (tabId === null || pass === undefined) return false
  return (await passesIn(memory, tabId)).includes(pass)
}

async function passesIn(memory: Memory, tabId: number): Promise<readonly string[]> {
  return passesSchema.safeParse(await memory.get(passesOf(tabId))).data ?? []
}
