import { type Cause, causes } from '#lib/handoff/trace.ts'
import { causeLabel, traceWords } from '#lib/handoff/trace-words.ts'
import { inOneLine } from './lines.ts'
import type { HandoffRecord } from './record.ts'

/** What was traced to a handoff, each in a sentence with the words of who said so. */
export function tracedReasons({ aftermath }: HandoffRecord): readonly string[] {
  return (aftermath?.traces ?? []).map((trace) => {
    const words = inOneLine(trace.words ?? '')
    return words === '' ? traceWords(trace) : `${traceWords(trace)} – “${words}”`
  })
}

/** The handoffs to which trouble was traced within a time: it often shows long after they were submitted. */
export function tracedIn<One extends HandoffRecord>(
  handoffs: readonly One[],
  { from, to }: { readonly from: string; readonly to: string },
): readonly One[] {
  return handoffs.filter(({ aftermath }) => {
    if (!aftermath || aftermath.traces.length === 0) return false
    const at = Date.parse(aftermath.tracedAt ?? '')
    return at >= Date.parse(from) && at < Date.parse(to)
  })
}

/** A cause, and to how many handoffs trouble was traced by it. */
export interface TracedCause {
  readonly cause: Cause
  readonly label: string
  readonly count: number
  /** Questions and steps that were named, the most frequent first. */
  readonly places: readonly string[]
}

/** From what of their handoffs deals have suffered, the most frequent first. */
export function tracedCauses(handoffs: readonly HandoffRecord[]): readonly TracedCause[] {
  const traced = handoffs.flatMap((one) =>
    (one.aftermath?.traces ?? []).map((trace) => ({ one, trace })),
  )
  return causes
    .map((cause) => {
      const those = traced.filter(({ trace }) => trace.cause === cause)
      return {
        cause,
        label: causeLabel(cause),
        count: new Set(those.map(({ one }) => one)).size,
        places: byFrequency(those.flatMap(({ trace }) => trace.label ?? [])),
      }
    })
    .filter((one) => one.count > 0)
    .toSorted((one, other) => other.count - one.count)
}

function byFrequency(labels: readonly string[]): readonly string[] {
  return [...Map.groupBy(labels, (label) => label)]
    .toSorted(([, one], [, other]) => other.length - one.length)
    .map(([label]) => label)
}
