import * as z from 'zod/mini'
import { heardLimit, overLong } from './field-length.ts'
import type { Handoff } from './handoff.ts'
import type { LoggedEvent } from './logged-event.ts'
import type { Planned } from './plan.ts'
import { type Operation, planMove, refused } from './planning.ts'
import { questionsOf } from './prefill.ts'
import type { Template } from './template.ts'

/** What can go wrong with a deal because of its handoff. */
export const harms = ['lost', 'stalled', 'complaint'] as const
export type Harm = (typeof harms)[number]

/** What of the handoff it may have come from; `none` takes back what was said before. */
export const causes = [
  'missing',
  'wrong',
  'unused',
  'promise',
  'step',
  'slow',
  'other',
  'none',
] as const
export type Cause = (typeof causes)[number]

/** What of the handoff a cause can point at. */
const places: Readonly<Partial<Record<Cause, 'question' | 'step'>>> = {
  missing: 'question',
  wrong: 'question',
  unused: 'question',
  step: 'step',
}

/** Whether a cause points at a question or a step; undefined where it points at nothing. */
export const placeOf = (cause: Cause) => places[cause]

/** What an entry of the log says of a harm and its cause. */
export const traceSchema = z.object({
  harm: z.enum(harms),
  cause: z.enum(causes),
  /** The key of the question or step; absent where it points at none. */
  about: z.optional(z.string()),
  /** What that was called then. */
  label: z.optional(z.string()),
  words: z.optional(z.string()),
})
export type Trace = z.infer<typeof traceSchema>

/** What was traced to a handoff: of each harm what was said last, unless it was taken back. Entries are oldest first. */
export function standing(traces: readonly Trace[]): readonly Trace[] {
  const last = new Map(traces.map((trace) => [trace.harm, trace]))
  return [...last.values()].filter(({ cause }) => cause !== 'none')
}

/** What the log of a handoff traces to it. */
export function tracesIn(
  events: readonly Pick<LoggedEvent, 'kind' | 'details'>[] = [],
): readonly Trace[] {
  return standing(
    events.flatMap(({ kind, details }) => {
      const said = traceSchema.safeParse(details)
      return kind === 'Trouble_Traced' && said.success ? [said.data] : []
    }),
  )
}

/** A question or a step that a cause can point at. */
export interface TracePlace {
  readonly key: string
  readonly label: string
}

/** What a cause can point at in a handoff: the questions of its template, or the steps that were planned. */
export function placesFor(
  cause: Cause,
  { transition }: Pick<Handoff, 'transition'>,
  template: Template | undefined,
): readonly TracePlace[] {
  const at = placeOf(cause)
  if (at === undefined) return []
  const steps = transition?.milestones ?? template?.milestones ?? []
  const all = at === 'step' ? steps : template ? questionsOf(template) : []
  return all.map(({ key, label }) => ({ key, label }))
}

/** What somebody traces to a handoff. */
export interface Tracing extends Operation {
  readonly harm: Harm
  readonly cause: Cause
  /** The key of a question or step; empty where it points at none. */
  readonly about: string
  readonly words: string
  readonly template: Template | undefined
}

function problemOf(handoff: Handoff, { harm, cause }: Tracing, words: string): string | undefined {
  const isSaid = tracesIn(handoff.events).some((one) => one.harm === harm)
  if (cause === 'none' && !isSaid) return 'Nobody has said that of the handoff.'
  if (cause === 'other' && words === '') return 'Say in a few words what it was.'
  return overLong('In a few words', words, heardLimit)
}

/** Everything that tracing a harm to a handoff changes: what it came from stands in the log. */
export function planTrace(handoff: Handoff, tracing: Tracing): Planned {
  const { harm, cause, about, template } = tracing
  const words = tracing.words.trim()
  const because = problemOf(handoff, tracing, words)
  if (because !== undefined) return refused(because)
  const place = placesFor(cause, handoff, template).find(({ key }) => key === about)
  if (about !== '' && !place) return refused('That is not part of this handoff.')
  const said = {
    harm,
    cause,
    ...(place ? { about: place.key, label: place.label } : {}),
    ...(words === '' ? {} : { words }),
  }
  return planMove('trace', handoff, {
    ...tracing,
    changes: { details: said, inWords: ['It stands in the log.'] },
  })
}
