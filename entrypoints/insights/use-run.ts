import { useEffect, useRef, useState } from 'react'
import { unexplained } from '#components/hooks/attempted.ts'
import { ask } from '#components/hooks/segue.ts'
import { wordsFor } from '#components/trouble/troubles.ts'
import type { Params } from '#lib/messaging/requests.ts'
import type { Trouble } from '#lib/messaging/trouble.ts'
import { type Answered, beginEach } from './begin-each.ts'

interface Run {
  readonly asked: Omit<Params<'deals.begin'>, 'opportunityId' | 'draftKey'>
  readonly opportunityIds: readonly string[]
  /** Told what became of a deal. */
  readonly onOutcome: (opportunityId: string, outcome: string) => void
  /** What is still to be read before it is over. */
  readonly onEnd: () => Promise<unknown>
}

/** Begins several deals, one run at a time; who leaves the page stops it. */
export function useRun() {
  const running = useRef<AbortController | null>(null)
  const [isRunning, setRunning] = useState(false)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  useEffect(() => () => running.current?.abort(), [])
  const begin = async ({ asked, opportunityIds, onOutcome, onEnd }: Run) => {
    // A second press comes before the first is drawn.
    if (running.current) return
    running.current = new AbortController()
    setRunning(true)
    setTrouble(null)
    const inTheWay = await beginEach(opportunityIds, {
      // A key of its own each time: asked twice because an answer was lost, it is still one draft.
      begin: (opportunityId) =>
        ask('deals.begin', { ...asked, opportunityId, draftKey: crypto.randomUUID() }).catch(
          unexplained,
        ),
      onAnswer: (id, answer) => onOutcome(id, outcomeOf(answer)),
      signal: running.current.signal,
    })
    await onEnd()
    running.current = null
    setRunning(false)
    setTrouble(inTheWay)
  }
  const stop = () => running.current?.abort()
  return { isRunning, trouble, forget: () => setTrouble(null), begin, stop }
}

function outcomeOf(answer: Answered): string {
  if (answer.outcome === 'ok') return answer.value
  const { kind, detail } = answer.trouble
  return detail || wordsFor(kind, true).title
}
