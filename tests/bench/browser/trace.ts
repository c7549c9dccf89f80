import * as z from 'zod'

const eventSchema = z.object({
  name: z.string(),
  ph: z.string(),
  pid: z.number(),
  tid: z.number(),
  ts: z.number(),
  dur: z.optional(z.number()),
  args: z.optional(
    z.looseObject({ data: z.optional(z.looseObject({ url: z.optional(z.string()) })) }),
  ),
})
export type TraceEvent = z.infer<typeof eventSchema>

/** The events of a Chromium trace; what is no event is left out. */
export function eventsOf(reported: readonly unknown[]): readonly TraceEvent[] {
  return reported.flatMap((event) => eventSchema.safeParse(event).data ?? [])
}

/** What a trace charges to one script: milliseconds on the main thread, and its longest single task. */
export interface Charge {
  readonly milliseconds: number
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
  const slices = events
    .filter(
      ({ name, ph, args }) =>
        ph === 'X' && scriptEvents.has(name) && urlOf(args).startsWith(origin),
    )
    .toSorted((a, b) => a.ts - b.ts)
  const outermost = slices.filter(
    (slice, at) => !slices.slice(0, at).some((other) => contains(other, slice)),
  )
  const durations = outermost.map(({ dur = 0 }) => dur / 1000)
  return {
    milliseconds: durations.reduce((sum, duration) => sum + duration, 0),
    longest: Math.max(0, ...durations),
  }
}

const urlOf = (args: TraceEvent['args']): string => args?.data?.url ?? ''

function contains(outer: TraceEvent, inner: TraceEvent): boolean {
  const sameThread = outer.pid === inner.pid && outer.tid === inner.tid
  return (
    sameThread && outer.ts <= inner.ts && inner.ts + (inner.dur ?? 0) <= outer.ts + (outer.dur ?? 0)
  )
}
