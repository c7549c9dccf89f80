import { useCallback, useEffect, useRef } from 'react'
import type { Handoff } from '#lib/handoff/handoff.ts'
import { ask } from './segue.ts'
import { useWhenLeft } from './use-when-left.ts'

type Reviewed = Readonly<Record<string, string>>

/** How long ticks are collected before they go to Salesforce together, in milliseconds. */
const collectFor = 15_000

/** Which handoffs this surface has said to be opened. */
const told = new Set<string>()

/** Tells the sender once that the recipient has opened the handoff. */
export function useFirstView({ id, firstViewedAt }: Handoff, isRecipient: boolean): void {
  const isFirst = isRecipient && firstViewedAt === null
  useEffect(() => {
    if (!isFirst || told.has(id)) return
    told.add(id)
    void ask('packet.view', { handoffId: id })
  }, [id, isFirst])
}

/** The ticks among the texts that a surface keeps. */
const mark = 'read:'

interface Kept {
  readonly typed: Readonly<Record<string, string>>
  readonly type: (name: string, text: string) => void
}

/**
 * Which sections the recipient has read. Ticks go to Salesforce together: along with an acceptance, after a while, or
 * when the surface is left. Each is kept until Salesforce has it: the handoff may change meanwhile, which undoes what
 * was told, and then it is told again.
 */
export function useReading(handoff: Handoff, { typed, type }: Kept) {
  const { reviewed = {} } = handoff
  const ticked: Reviewed = Object.fromEntries(
    Object.entries(typed).flatMap(([name, at]) =>
      name.startsWith(mark) ? [[name.slice(mark.length), at]] : [],
    ),
  )
  const arrived = keysIn(ticked, (section) => section in reviewed)
  useEffect(() => {
    for (const section of listed(arrived)) type(mark + section, '')
  }, [arrived, type])
  const waiting = keysIn(ticked, (section) => !(section in reviewed))
  return {
    reviewed: { ...ticked, ...reviewed },
    onRead: (section: string, isRead: boolean) =>
      type(mark + section, isRead ? new Date().toISOString() : ''),
    tellBy: useTelling(handoff, waiting),
  }
}

const keysIn = (ticked: Reviewed, isMeant: (section: string) => boolean) =>
  Object.keys(ticked).filter(isMeant).join(' ')

const listed = (keys: string) => keys.split(' ').filter((key) => key !== '')

type Tell = (sections: string[]) => Promise<boolean>

interface Told {
  /** When the handoff was last changed, as it stood then. */
  readonly at: string
  readonly times: number
}

/** What Salesforce takes and never shows, because the user may not read it, is not told for ever. */
const MOST = 3

const isToTell = (last: Told | undefined, now: string) =>
  last === undefined || (last.at !== now && last.times < MOST)

/** Tells the sections that wait, and gives a way to tell them along with something else. */
function useTelling({ id: handoffId, modifiedAt }: Handoff, waiting: string) {
  const latest = useRef({ waiting, modifiedAt })
  /** With the state of the handoff in which each was told last, and how often. */
  const tellings = useRef(new Map<string, Told>())
  const together = useCallback(async (sections: string[], tell: Tell) => {
    for (const section of sections) {
      const times = (tellings.current.get(section)?.times ?? 0) + 1
      tellings.current.set(section, { at: latest.current.modifiedAt, times })
    }
    const isTold = await tell(sections)
    if (!isTold) for (const section of sections) tellings.current.delete(section)
    return isTold
  }, [])
  const flush = useCallback(() => {
    const { waiting: all, modifiedAt: now } = latest.current
    const fresh = listed(all).filter((section) => isToTell(tellings.current.get(section), now))
    if (fresh.length === 0) return
    void together(
      fresh,
      async (sections) => (await ask('packet.review', { handoffId, sections })).outcome === 'ok',
    )
  }, [handoffId, together])
  useEffect(() => {
    latest.current = { waiting, modifiedAt }
    if (waiting === '') return
    const timer = setTimeout(flush, collectFor)
    return () => clearTimeout(timer)
  }, [waiting, modifiedAt, flush])
  useWhenLeft(flush)
  return (tell: Tell) => together(listed(waiting), tell)
}
