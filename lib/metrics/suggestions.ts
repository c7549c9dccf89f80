import { questionsOf } from '#lib/handoff/prefill.ts'
import type { Template } from '#lib/handoff/template.ts'
import { mostClarified } from './friction.ts'
import type { EventRecord } from './record.ts'

/** A change to a template that the figures speak for. */
export interface Suggestion {
  readonly question: string
  readonly change: 'require' | 'explain' | 'drop'
  /** One sentence with the figure behind it. */
  readonly because: string
}

/** What happened with one template. */
export interface Usage {
  readonly events: readonly EventRecord[]
  /** How many handoffs followed the template. */
  readonly handoffs: number
  /** In how many of them each question was answered, by key. */
  readonly answered: ReadonlyMap<string, number>
}

const OFTEN = 0.2
const HARDLY = 0.05
/** Fewer handoffs say nothing. */
const ENOUGH = 10

const percent = (part: number, whole: number) => `${Math.round((part / whole) * 100)} %`

/** What to change: questions that recipients ask about in a fifth of handoffs, and those that hardly anybody answers. */
export function suggestions(template: Template, usage: Usage): readonly Suggestion[] {
  const { handoffs, answered } = usage
  if (handoffs < ENOUGH) return []
  const asked = new Map(mostClarified(usage.events).map(({ key, count }) => [key, count]))
  return questionsOf(template).flatMap(({ key, label, requirements }): Suggestion[] => {
    const clarified = asked.get(key) ?? 0
    const blocks = requirements.some(({ severity }) => severity === 'blocks-submit')
    if (clarified / handoffs >= OFTEN) {
      const because = `Recipients asked about “${label}” in ${percent(clarified, handoffs)} of handoffs.`
      return [{ question: key, change: blocks ? 'explain' : 'require', because }]
    }
    const filled = answered.get(key) ?? 0
    if (blocks || filled / handoffs > HARDLY) return []
    const because = `“${label}” is answered in ${percent(filled, handoffs)} of handoffs.`
    return [{ question: key, change: 'drop', because }]
  })
}
