import { todayIn } from './circumstances.ts'
import type { Circumstances } from './circumstances.ts'
import { dayIn, daysBetween } from './day.ts'
import type { Draft } from './draft.ts'
import type { Finding } from './finding.ts'
import { isOurs } from './our-people.ts'
import type { Prefill, Question } from './question.ts'
import { quoted } from './subject.ts'
import { spokenDay } from './spoken-day.ts'

/** A question and the section it stands in. */
export interface Place {
  readonly question: Question
  readonly section: string
}

/** What rules about the deal as a whole look at. */
export interface Whole {
  /** The questions asked in this variant. */
  readonly places: readonly Place[]
  readonly draft: Draft
  readonly circumstances: Circumstances
}

type WholeRule = (whole: Whole) => readonly Finding[]

/** Silence on a deal for longer than this is worth a word. */
const QUIET_DAYS = 14

type Jump = Pick<Finding, 'question' | 'section'>

function jumpTo(places: readonly Place[], suits: (question: Question) => boolean): Jump {
  const place = places.find(({ question }) => suits(question))
  return { question: place?.question.key ?? null, section: place?.section ?? null }
}

const readsFrom = (from: Prefill['from']) => (question: Question) =>
  (question.prefill ?? []).some((source) => source.from === from)

const readsField = (path: string) => (question: Question) =>
  question.writeTo === path ||
  (question.prefill ?? []).some(
    (source) =>
      (source.from === 'field' && source.field === path) ||
      (source.from === 'fields' && source.fields.includes(path)),
  )

const about = (rule: string, sentence: string, jump: Jump): Finding => ({
  severity: 'warns',
  rule,
  sentence,
  ...jump,
})

const closeDatePast: WholeRule = ({ places, circumstances }) => {
  const { deal } = circumstances
  const date = deal.fields['Opportunity.CloseDate']
  if (deal.fields['Opportunity.IsClosed'] === true || typeof date !== 'string') return []
  if (date >= todayIn(circumstances)) return []
  const jump = jumpTo(places, readsField('Opportunity.CloseDate'))
  return [
    about(
      'close-date-past',
      `The close date, ${spokenDay(date)}, has passed and the deal is open.`,
      jump,
    ),
  ]
}

/** The day of the last activity, where the user is. */
function lastActivity(circumstances: Circumstances): string | null {
  const { deal, timeZone } = circumstances
  const today = todayIn(circumstances)
  const past = deal.activities
    .filter(({ at, isOpen }) => !isOpen && at !== '')
    .map(({ at }) => dayIn(timeZone, at))
    .filter((day) => day <= today)
  return past.toSorted().at(-1) ?? null
}

const quiet: WholeRule = ({ places, circumstances }) => {
  const last = lastActivity(circumstances)
  const jump = jumpTo(places, readsFrom('activities'))
  if (last === null) return [about('no-activity', 'No activity is logged on this deal.', jump)]
  const days = daysBetween(last, todayIn(circumstances))
  if (days <= QUIET_DAYS) return []
  return [about('no-activity', `The last logged activity is ${days} days old.`, jump)]
}

const noPrimaryContact: WholeRule = ({ places, circumstances: { deal } }) => {
  if (deal.contactRoles.some(({ isPrimary }) => isPrimary)) return []
  const jump = jumpTo(places, (question) => ['contact', 'people'].includes(question.answer.type))
  return [about('no-primary-contact', 'No contact is marked as primary on this deal.', jump)]
}

const speaksOfNextStep = /(?:^|\n|\.\s)\s*next steps?\s*[:\-–—]/i

const nextStepElsewhere: WholeRule = ({ places, draft, circumstances: { deal } }) => {
  const description = deal.fields['Opportunity.Description']
  const nextStep = deal.fields['Opportunity.NextStep']
  if (typeof description !== 'string' || !speaksOfNextStep.test(description)) return []
  const jump = jumpTo(places, readsField('Opportunity.NextStep'))
  const written = jump.question !== null && draft.answers[jump.question]?.kind === 'given'
  if (written || (typeof nextStep === 'string' && nextStep.trim() !== '')) return []
  const sentence = 'A next step stands in the description while the field for it is empty.'
  return [about('next-step-elsewhere', sentence, jump)]
}

interface Decider {
  readonly who: string
  readonly jump: Jump
}

const isFinalSay = ({ key }: Question) => /(^|\.)finalSay$/.test(key)

function decidersIn({ question, section }: Place, { answers }: Draft): readonly Decider[] {
  const answer = answers[question.key]
  if (answer?.kind !== 'given') return []
  const jump = { question: question.key, section }
  const { value } = answer
  if (value.type === 'contact' && isFinalSay(question)) {
    return [{ who: value.contactId || value.name.trim().toLowerCase(), jump }]
  }
  if (value.type !== 'people' || isOurs(question)) return []
  return value.rows
    .filter(({ finalSay }) => finalSay)
    .map((row) => ({ who: row.contactId || row.name.trim().toLowerCase(), jump }))
}

// Two rows about one person are one decider; somebody known by id in one place and by name in the other counts twice.
const finalSay: WholeRule = ({ places, draft }) => {
  const deciders = places.flatMap((place) => decidersIn(place, draft))
  const distinct = new Set(deciders.map(({ who }) => who))
  if (distinct.size > 1) {
    const jump = deciders.find(({ who }) => who !== deciders[0]?.who)?.jump ?? noJump
    return [
      about(
        'final-say',
        `${distinct.size} people are said to have the final say. It is one.`,
        jump,
      ),
    ]
  }
  const people = places.find(({ question }) => draftHasPeople(question, draft))
  if (distinct.size === 1 || !people || places.some(({ question }) => isFinalSay(question)))
    return []
  const sentence = `Nobody in ${quoted(people.question.label)} has the final say.`
  return [about('final-say', sentence, { question: people.question.key, section: people.section })]
}

function draftHasPeople(question: Question, { answers }: Draft): boolean {
  const answer = answers[question.key]
  return (
    !isOurs(question) &&
    answer?.kind === 'given' &&
    answer.value.type === 'people' &&
    answer.value.rows.length > 0
  )
}

const noJump: Jump = { question: null, section: null }

/** What reads the deal and no answer. */
const ofDeal: readonly WholeRule[] = [closeDatePast, quiet, noPrimaryContact]
/** What sees several answers together. */
const ofAnswers: readonly WholeRule[] = [nextStepElsewhere, finalSay]

/** What is odd about the deal, whatever is answered. */
export function lintDeal(whole: Whole): readonly Finding[] {
  return ofDeal.flatMap((rule) => rule(whole))
}

/** What is odd about the answers as a whole. */
export function lintAnswers(whole: Whole): readonly Finding[] {
  return ofAnswers.flatMap((rule) => rule(whole))
}
