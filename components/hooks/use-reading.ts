import { useCallback, useEffect, useRef, useState } from 'react'
import type { Handoff } from '#lib/handoff/handoff.ts'
import { ask } from './segue.ts'

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

/** Which sections the recipient has read. Ticks go to Salesforce together: along with an acceptance, after a while, or when the surface is left. */
export function useReading({ id: handoffId, reviewed = {} }: Handoff) {
  const [ticked, setTicked] = useState<Reviewed>({})
  const waiting = useRef(new Set<string>())
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const tellBy = useCallback(async (tell: (sections: string[]) => Promise<boolean>) => {
    clearTimeout(timer.current)
    const sections = [...waiting.current]
    waiting.current.clear()
    const isTold = await tell(sections)
    if (!isTold) for (const section of sections) waiting.current.add(section)
    return isTold
  }, [])
  const flush = useCallback(
    () =>
      tellBy(async (sections) => {
        if (sections.length === 0) return true
        return (await ask('packet.review', { handoffId, sections })).outcome === 'ok'
      }),
    [handoffId, tellBy],
  )
  useEffect(() => {
    const controller = new AbortController()
    const leave = () => void flush()
    document.addEventListener('visibilitychange', leave, { signal: controller.signal })
    addEventListener('pagehide', leave, { signal: controller.signal })
    return () => {
      leave()
      controller.abort()
    }
  }, [flush])
  const onRead = (section: string, isRead: boolean) => {
    const { [section]: _, ...others } = ticked
    setTicked(isRead ? { ...others, [section]: new Date().toISOString() } : others)
    if (isRead) waiting.current.add(section)
    else waiting.current.delete(section)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void flush(), collectFor)
  }
  return { reviewed: { ...ticked, ...reviewed }, onRead, tellBy }
}
