import type { Blank } from './book.ts'
import { inTurns } from './in-turns.ts'
import { severities } from './severity.ts'

/** How long a talk about one account takes, in minutes: as long as somebody who leaves says yes to at once. */
export const TALK = 20

/** The first minutes go to what is wrong in what stands there: that misleads more than what is missing. */
const OPENING = 2

/** The last minutes go to what no template asks for. */
const CLOSING = 3

/** How many minutes a question takes, by what it stops. */
const minutesFor = {
  'blocks-submit': 2,
  'blocks-accept': 1,
  warns: 1,
} as const satisfies Record<Blank['severity'], number>

/** A deal in a talk, with what its record leaves open. */
export interface TalkedDeal {
  readonly opportunityId: string
  readonly name: string
  readonly blanks: readonly Blank[]
}

/** A question of one deal, at its time. */
export interface Asked {
  readonly deal: string
  readonly blank: Blank
  /** Minutes since the talk began. */
  readonly from: number
  readonly to: number
}

/** A talk about one account, from the first minute to the last. */
export interface Interview {
  /** Until this minute: what is wrong in what stands there. */
  readonly opening: number
  readonly asked: readonly Asked[]
  /** From this minute on: what nobody has written down. */
  readonly closing: number
  /** What there is no time for: to be answered in writing. */
  readonly left: readonly Omit<Asked, 'from' | 'to'>[]
}

/**
 * Plans a talk of twenty minutes about an account: first what keeps its deals from being handed over, then what keeps
 * them from being accepted, a question of each deal in turn. Time that nobody needs is for what no template asks.
 */
export function interview(deals: readonly TalkedDeal[]): Interview {
  const questions = severities.flatMap((severity) =>
    inTurns(
      deals.map(({ opportunityId: deal, blanks }) =>
        blanks.filter((one) => one.severity === severity).map((blank) => ({ deal, blank })),
      ),
    ),
  )
  const asked: Asked[] = []
  let now = OPENING
  for (const question of questions) {
    const to = now + minutesFor[question.blank.severity]
    // No later one takes the place of what has more at stake.
    if (to > TALK - CLOSING) break
    asked.push({ ...question, from: now, to })
    now = to
  }
  return { opening: OPENING, asked, closing: now, left: questions.slice(asked.length) }
}
