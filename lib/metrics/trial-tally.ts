import type { Hurdle } from '#lib/handoff/trial.ts'

/** A past deal, and what a template would have found missing in it. */
export interface TriedDeal {
  readonly opportunityId: string
  readonly name: string
  readonly hurdles: readonly Hurdle[]
}

/** A question, and the deals that it would have concerned. */
export interface Obstacle extends Pick<Hurdle, 'question' | 'label'> {
  readonly deals: readonly TriedDeal[]
}

/** What a template would have done to past deals; questions with the most deals first. */
export interface Tally {
  /** Deals that could be submitted as the record is. */
  readonly ready: readonly TriedDeal[]
  readonly blocking: readonly Obstacle[]
  /** What would only warn, or hold up the acceptance. */
  readonly milder: readonly Obstacle[]
}

const isBlocking = ({ severity }: Hurdle) => severity === 'blocks-submit'

/** The questions that keep a deal from being submitted. */
export function blockingIn({ hurdles }: TriedDeal): readonly Hurdle[] {
  return hurdles.filter(isBlocking)
}

/** How many of these deals a template would have stopped, and on what. */
export function tally(deals: readonly TriedDeal[]): Tally {
  return {
    ready: deals.filter((deal) => blockingIn(deal).length === 0),
    blocking: obstacles(deals, isBlocking),
    milder: obstacles(deals, (hurdle) => !isBlocking(hurdle)),
  }
}

function obstacles(
  deals: readonly TriedDeal[],
  isMeant: (hurdle: Hurdle) => boolean,
): readonly Obstacle[] {
  const met = deals.flatMap((deal) =>
    deal.hurdles.filter(isMeant).map(({ question, label }) => ({ question, label, deal })),
  )
  return [...Map.groupBy(met, ({ question }) => question)]
    .map(([question, those]) => ({
      question,
      label: those[0]?.label ?? '',
      deals: those.map(({ deal }) => deal),
    }))
    .toSorted((one, other) => other.deals.length - one.deals.length)
}
