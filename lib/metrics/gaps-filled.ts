import type { OverviewEvent } from '#lib/handoff/overview-item.ts'

/** What new owners had to add after they had accepted. */
export interface GapsFilled {
  /** Promises that nobody had written down. */
  readonly promises: number
  /** Remarks on questions that had no answer, or whose answer was not known. */
  readonly answers: number
  /** In how many handoffs one or the other was added. */
  readonly handoffs: number
}

type Entry = Pick<OverviewEvent, 'handoffId' | 'kind' | 'fills'>

const isPromise = ({ kind }: Entry) => kind === 'Surprise_Promise'
const isAnswer = ({ fills }: Entry) => fills !== undefined

/** Whether an entry says that a new owner has added what was missing. */
export const isFilling = (entry: Entry) => isPromise(entry) || isAnswer(entry)

/** What they are called where they are counted. */
export const gapWords = {
  promises: 'Promises that nobody had written down',
  answers: 'Words where an answer was missing',
  handoffs: 'Handoffs concerned',
} as const satisfies Record<keyof GapsFilled, string>

/** In the order in which they are shown. */
export const gapKinds = ['promises', 'answers', 'handoffs'] as const

/** What the log says that new owners have added. Fields of the deal that they fill are not in it. */
export function gapsFilled(events: readonly Entry[]): GapsFilled {
  const filling = events.filter(isFilling)
  return {
    promises: filling.filter(isPromise).length,
    answers: filling.filter(isAnswer).length,
    handoffs: new Set(filling.map(({ handoffId }) => handoffId)).size,
  }
}
