import { anyReason } from '#lib/handoff/decline-reason.ts'
import { receivedRatings } from '#lib/handoff/rated.ts'
import type { Status } from '#lib/handoff/handoff.ts'
import type { OverviewEvent } from '#lib/handoff/overview-item.ts'
import { moveNames, ruleOf } from '#lib/handoff/lifecycle.ts'
import type { Template } from '#lib/handoff/template.ts'
import { mean, median } from './figure.ts'
import { closedAfter, qualityScore } from './indicators.ts'
import type { EventRecord, HandoffRecord } from './record.ts'

const DAY = 24 * 60 * 60 * 1000

/** Something counted, the most frequent first. */
export interface Tally {
  readonly key: string
  readonly count: number
}

/** How often each stands there: the most frequent first, equals by name. */
export function tally(keys: readonly string[]): readonly Tally[] {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return [...counts]
    .map(([key, count]) => ({ key, count }))
    .toSorted((one, other) => other.count - one.count || one.key.localeCompare(other.key))
}

/** The questions that recipients ask about most. */
export function mostClarified(events: readonly EventRecord[]): readonly Tally[] {
  return tally(
    events.flatMap(({ kind, question }) =>
      kind === 'Clarification_Requested' && question !== null ? [question] : [],
    ),
  )
}

/** How many days senders take to answer about each question, those answered in the middle. */
export function answerDays(events: readonly EventRecord[]): ReadonlyMap<string, number> {
  const timed = events
    .map(({ kind, handoffId, question, at }) => ({
      kind,
      question,
      about: `${handoffId} ${question}`,
      at: Date.parse(at),
    }))
    .toSorted((one, other) => one.at - other.at)
  const answered = Map.groupBy(
    timed.filter(({ kind }) => kind === 'Clarification_Answered'),
    ({ about }) => about,
  )
  const waits = timed.flatMap(({ kind, question, about, at }) => {
    if (kind !== 'Clarification_Requested' || question === null) return []
    const answer = answered.get(about)?.find((one) => one.at >= at)
    return answer ? [{ question, days: (answer.at - at) / DAY }] : []
  })
  const byQuestion = Map.groupBy(waits, ({ question }) => question)
  return new Map(
    [...byQuestion].map(([key, list]) => [key, median(list.map(({ days }) => days)) ?? 0]),
  )
}

/** Why handoffs were declined. */
export function declineTally(handoffs: readonly HandoffRecord[]): readonly Tally[] {
  return tally(handoffs.flatMap(({ declineReasons }) => declineReasons))
}

/** How long handoffs stay in one status. */
export interface StatusTime {
  readonly status: Status
  readonly medianDays: number
  readonly count: number
}

interface Stay {
  readonly status: Status
  readonly days: number
}

/** A view or a remark is logged with the status it found, as late as one was read with an acceptance: that is no move. */
const kindsOfMoves: ReadonlySet<string> = new Set(
  moveNames.map(ruleOf).flatMap(({ to, emits }) => (to === 'same' ? [] : [emits])),
)

function staysOf(events: readonly EventRecord[], now: string): readonly Stay[] {
  const moves = events
    .filter(({ kind, toStatus }) => toStatus !== null && kindsOfMoves.has(kind))
    .toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at))
    .filter(({ toStatus }, index, all) => toStatus !== all[index - 1]?.toStatus)
  return moves.flatMap(({ toStatus, at }, index) => {
    const isOver = toStatus === null || toStatus === 'completed' || toStatus === 'cancelled'
    const end = moves[index + 1]?.at ?? now
    return isOver ? [] : [{ status: toStatus, days: (Date.parse(end) - Date.parse(at)) / DAY }]
  })
}

/** The time spent in each status, the longest first; a stay that goes on counts until now. */
export function timeByStatus(events: readonly EventRecord[], now: string): readonly StatusTime[] {
  const byHandoff = Map.groupBy(events, ({ handoffId }) => handoffId)
  const stays = [...byHandoff.values()].flatMap((list) => staysOf(list, now))
  return [...Map.groupBy(stays, ({ status }) => status)]
    .map(([status, list]) => ({
      status,
      medianDays: median(list.map(({ days }) => days)) ?? 0,
      count: list.length,
    }))
    .toSorted((one, other) => other.medianDays - one.medianDays)
}

/** Completeness beside the recipient's rating: where a full handoff still did not help. */
export interface Scorecard {
  readonly handoffId: string
  /** 0 to 1. */
  readonly completeness: number
  /** 1 to 5. */
  readonly rating: number
  /** The axis rated worst. */
  readonly weakest: string
  /** Completeness less rating, both from 0 to 1: high means complete on paper only. */
  readonly gap: number
  /** How much the customer had to repeat, 1 to 5; null where they were not asked. */
  readonly repeat: number | null
}

/** Rated handoffs, those with the widest gap between completeness and rating first. */
export function scorecards(handoffs: readonly HandoffRecord[]): readonly Scorecard[] {
  return handoffs
    .flatMap((one) => {
      const rating = qualityScore(one)
      const [weakest] = receivedRatings(one.ratings).toSorted((a, b) => a[1] - b[1])
      if (rating === null || weakest === undefined) return []
      const gap = one.completeness - (rating - 1) / 4
      const { id: handoffId, completeness, pulse } = one
      const { repeat } = pulse
      return [{ handoffId, completeness, rating, weakest: weakest[0], gap, repeat }]
    })
    .toSorted((one, other) => other.gap - one.gap)
}

/** The labels of the reasons for a decline by their codes: as these templates name them, else as the log does. */
export function reasonLabels(
  templates: readonly Pick<Template, 'declineReasons'>[],
  events: readonly Pick<OverviewEvent, 'reasons' | 'labels'>[] = [],
): ReadonlyMap<string, string> {
  const logged = events.flatMap(({ reasons = [], labels = [] }) =>
    reasons.map((code, at) => ({ code, label: labels[at] ?? code })),
  )
  const named = templates.flatMap(({ declineReasons }) => declineReasons)
  return new Map([...logged, anyReason, ...named].map(({ code, label }) => [code, label]))
}

/** What is on its way from one owner to the next: how many handoffs, and the sum of each currency where it is known. */
export function inTransition(handoffs: readonly HandoffRecord[]): {
  readonly count: number
  readonly sums: ReadonlyMap<string, number>
} {
  const moving = handoffs.filter(({ status }) =>
    ['submitted', 'clarification', 'accepted', 'in-transition'].includes(status),
  )
  const sums = new Map<string, number>()
  for (const { amount, currency } of moving)
    if (amount !== null) sums.set(currency, (sums.get(currency) ?? 0) + amount)
  return { count: moving.length, sums }
}

/** How many of some handoffs were accepted, and of how many the deal advanced or was won under the new owner. */
export function conversion(handoffs: readonly HandoffRecord[]) {
  const accepted = handoffs.filter(({ decision }) => decision === 'accepted')
  return {
    accepted: accepted.length,
    advanced: accepted.filter(({ stageMovedAt }) => stageMovedAt !== null).length,
    won: accepted.filter((one) => one.outcome === 'won' && closedAfter(one)).length,
  }
}

/** The means of the customer's three answers, 1 to 5; null where nobody answered. */
export function pulseMeans(handoffs: readonly HandoffRecord[]): HandoffRecord['pulse'] {
  const known = (key: keyof HandoffRecord['pulse']) =>
    mean(handoffs.map(({ pulse }) => pulse[key]).filter((value) => value !== null))
  return { repeat: known('repeat'), delay: known('delay'), consistent: known('consistent') }
}
