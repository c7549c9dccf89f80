import type { Answers } from './answer.ts'
import { dayOf } from './day.ts'
import type { HistoryItem } from './history.ts'
import { isRowStarted } from './row-entry.ts'
import { spokenDay } from './spoken-day.ts'
import type { Template } from './template.ts'

/** Something that should be in a deal's history and is not. */
export interface HistoryGap {
  /** The rule's name, stable for tests and metrics. */
  readonly rule: 'silent-stretch' | 'meeting-without-notes' | 'no-commitment'
  readonly sentence: string
  /** Where to look: an item of the timeline, or a question. */
  readonly jump: { readonly item: string } | { readonly question: string }
}

/** What gaps are looked for in. */
export interface HistoryRecord {
  readonly items: readonly HistoryItem[]
  /** The oldest things are not read yet: nothing can be said about the time before. */
  readonly isPartial: boolean
  /** When the deal was created; empty when that is not known. */
  readonly createdAt: string
  readonly template: Template
  readonly answers: Answers
  /** ISO 8601. */
  readonly now: string
}

/** A stretch longer than this many days without activity is worth a question. */
export const SILENT_DAYS = 21
/** Notes of a meeting are written by the end of the second day after it. */
const NOTE_DAYS = 2
/** The longest of these are named; more would not be read. */
const MOST_STRETCHES = 3

const DAY = 24 * 60 * 60 * 1000
const dayNumber = (at: string) => Math.floor(Date.parse(dayOf(at)) / DAY)
const isActivity = ({ kind, isOpen, at }: HistoryItem) =>
  kind !== 'stage' && kind !== 'owner' && !isOpen && at !== ''

/** What is missing in the history of a deal: time without activity, meetings without notes, no promise at all. */
export function historyGaps(record: HistoryRecord): readonly HistoryGap[] {
  return [...silentStretches(record), ...meetingsWithoutNotes(record), ...noCommitment(record)]
}

interface Stretch {
  readonly from: string
  readonly to: string
  readonly days: number
  /** What happened before it, or after it at the deal's beginning. */
  readonly item: string
}

function silentStretches(record: HistoryRecord): HistoryGap[] {
  return stretchesOf(record)
    .filter(({ days }) => days > SILENT_DAYS)
    .toSorted((a, b) => b.days - a.days)
    .slice(0, MOST_STRETCHES)
    .map((stretch) => ({
      rule: 'silent-stretch',
      sentence: sentenceOf(stretch, dayOf(record.now)),
      jump: { item: stretch.item },
    }))
}

function stretchesOf({ items, isPartial, createdAt, now }: HistoryRecord): readonly Stretch[] {
  const today = dayOf(now)
  const marks = items
    .filter(isActivity)
    .map(({ id, at }) => ({ id, day: dayOf(at) }))
    .filter(({ day }) => day <= today)
    .toSorted((a, b) => a.day.localeCompare(b.day))
  const [first] = marks
  if (!first) return []
  const begun = isPartial || createdAt === '' ? [] : [{ id: first.id, day: dayOf(createdAt) }]
  const all = [...begun, ...marks, { id: '', day: today }]
  return all.slice(1).flatMap(({ day: to }, at) => {
    const before = all[at]
    if (!before) return []
    const days = dayNumber(to) - dayNumber(before.day)
    return [{ from: before.day, to, days, item: before.id }]
  })
}

function sentenceOf({ from, to, days }: Stretch, today: string): string {
  if (to === today) return `Nothing is recorded since ${spokenDay(from)}, ${days} days ago.`
  return `Nothing is recorded for ${days} days, from ${spokenDay(from)} to ${spokenDay(to)}.`
}

function meetingsWithoutNotes({ items, now }: HistoryRecord): HistoryGap[] {
  const today = dayNumber(now)
  const notes = items.filter(({ kind }) => kind === 'note').map(({ at }) => dayNumber(at))
  const isNoted = (day: number) => notes.some((note) => note >= day && note <= day + NOTE_DAYS)
  return items
    .filter((item) => item.kind === 'meeting' && isActivity(item) && item.text.trim() === '')
    .filter(({ at }) => dayNumber(at) <= today && !isNoted(dayNumber(at)))
    .map(({ id, subject, at }) => ({
      rule: 'meeting-without-notes',
      sentence: `“${subject}” on ${spokenDay(dayOf(at))} has no notes.`,
      jump: { item: id },
    }))
}

/** Only where the template asks for promises; "none, and I asked" is an answer. */
function noCommitment({ template, answers }: HistoryRecord): HistoryGap[] {
  const questions = template.sections
    .flatMap(({ questions: asked }) => asked)
    .filter(({ answer }) => answer.type === 'commitments')
  const [first] = questions
  if (!first || questions.some(({ key }) => isSettled(answers[key]))) return []
  return [
    {
      rule: 'no-commitment',
      sentence: 'No promise to the customer is recorded. Write it down, or say that none was made.',
      jump: { question: first.key },
    },
  ]
}

function isSettled(answer: Answers[string] | undefined): boolean {
  if (!answer) return false
  if (answer.kind !== 'given') return answer.kind === 'none' || answer.kind === 'not-applicable'
  const { value } = answer
  return value.type === 'commitments' && value.rows.some((row) => isRowStarted('commitments', row))
}
