import type { AnswerOf } from '#lib/messaging/requests.ts'
import type { Trouble } from '#lib/messaging/trouble.ts'

/** What became of one deal, as the worker says it. */
export type Answered = AnswerOf<'deals.begin'>

/** What stands in the way of one deal only: the others are gone on with. */
const ofOneDeal: ReadonlySet<Trouble['kind']> = new Set([
  'record-gone',
  'rejected',
  'not-now',
  'conflict',
  'locked',
])

/** As many deals as are under way at once: each costs Salesforce a call. */
const atOnce = 3

interface Beginning {
  /** Never rejects. */
  readonly begin: (opportunityId: string) => Promise<Answered>
  /** Told of each deal as soon as it is known what became of it. */
  readonly onAnswer: (opportunityId: string, answer: Answered) => void
  /** No further deal is begun once it is aborted. */
  readonly signal: AbortSignal
}

/**
 * Begins one deal after the other, a few at once, until all are done, somebody stops it, or something is in the way of
 * all of them: that is returned, and what was not begun by then is left alone.
 */
export async function beginEach(
  opportunityIds: readonly string[],
  { begin, onAnswer, signal }: Beginning,
): Promise<Trouble | null> {
  const left = [...opportunityIds]
  let stop: Trouble | null = null
  const next = () => (stop || signal.aborted ? undefined : left.shift())
  const goOn = async () => {
    for (let id = next(); id !== undefined; id = next()) {
      const answer = await begin(id)
      const trouble = answer.outcome === 'trouble' && !ofOneDeal.has(answer.trouble.kind)
      if (trouble) stop ??= answer.trouble
      // What nobody expected may lie in this deal: whoever goes on goes on without it.
      if (!trouble || answer.trouble.kind === 'unknown') onAnswer(id, answer)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, goOn))
  return stop
}
