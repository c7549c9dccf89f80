import * as z from 'zod'

const eventSchema = z.object({
  name: z.string(),
  ph: z.string(),
  pid: z.number(),
  tid: z.number(),
  ts: z.number(),
  dur: z.optional(z.number()),
  tdur: z.optional(z.number()),
  args: z.optional(
    z.looseObject({ data: z.optional(z.looseObject({ url: z.optional(z.string()) })) }),
  ),
})
export type TraceEvent = z.infer<typeof eventSchema>

/** The events of a Chromium trace; what is no event is left out. */
export function eventsOf(reported: readonly unknown[]): readonly TraceEvent[] {
  return reported.flatMap((event) => eventSchema.safeParse(event).data ?? [])
}

/** What a trace charges to one script. */
export interface Charge {
  /** Of processor time: what the thread waited for while others had the processor is not the script's. */
  readonly milliseconds: number
  /** The longest single task by the clock, as whoever waits for it sees it. */
  readonly longest: number
}

const scriptEvents: ReadonlySet<string> = new Set([
  'EvaluateScript',
  'FunctionCall',
  'v8.compile',
  'EventDispatch',
  'RunMicrotasks',
])

/**
 * Adds up the outermost slices whose script address begins with `origin`. Nested slices are inside
 * their parents' time already.
 */
export function chargedTo(events: readonly TraceEvent[], origin: string): Charge {
  return sumOf(
    outermost(
      events.filter(({ name, args }) => scriptEvents.has(name) && urlOf(args).startsWith(origin)),
    ),
  )
}

/**
 * Adds up calls into scripts that the trace names no address for, such as listeners of a content script
 * for navigations and messages. To be compared with the same of a browser without extension.
 */
export function unnamed(events: readonly TraceEvent[]): Charge {
  const named = outermost(events.filter(({ name }) => scriptEvents.has(name)))
  const calls = outermost(events.filter(({ name }) => name === 'v8.callFunction'))
  return sumOf(
    calls.filter((call) => !named.some((one) => contains(one, call) || contains(call, one))),
  )
}

function outermost(events: readonly TraceEvent[]): readonly TraceEvent[] {
  const kept: TraceEvent[] = []
  const inOrder = events
    .filter(({ ph }) => ph === 'X')
    .toSorted((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0))
  for (const slice of inOrder) {
    const last = kept.findLast(({ pid, tid }) => pid === slice.pid && tid === slice.tid)
    if (!last || !contains(last, slice)) kept.push(slice)
  }
  return kept
}

function sumOf(slices: readonly TraceEvent[]): Charge {
  return {
    milliseconds: slices.reduce((sum, { dur = 0, tdur = dur }) => sum + tdur / 1000, 0),
    longest: Math.max(0, ...slices.map(({ dur = 0 }) => dur / 1000)),
  }
}

const urlOf = (args: TraceEvent['args']): string => args?.data?.url ?? ''

function contains(outer: TraceEvent, inner: TraceEvent): boolean {
  const sameThread = outer.pid === inner.pid && outer.tid === inner.tid
  return (
    sameThread && outer.ts <= inner.ts && inner.ts + (inner.dur ?? 0) <= outer.ts + (outer.dur ?? 0)
  )
}
