import { waiting } from '#components/batch/batch-drafts.tsx'
import { byRules, type Said } from '#components/batch/common-form.tsx'
import type { Texts, useTypedTexts } from '#components/hooks/use-typed-texts.ts'
import type { Value } from '#lib/handoff/answer.ts'
import type { Question } from '#lib/handoff/question.ts'
import type { OfferedTemplate } from '#lib/messaging/deals-requests.ts'

/*
 * What is chosen and said for several deals is kept as what is typed is: it outlives the page, and goes with the
 * browser. What concerns one deal stands under its id, and is forgotten with it.
 */
const template = 'batch:template'
const recipientId = 'batch:to'
const recipientName = 'batch:name'
const answerTo = (question: string) => `batch:answer:${question}`
const chosen = ':chosen'
const begun = ':begun'

const commonOf = (offered: readonly OfferedTemplate[], templateKey: string) =>
  offered.find(({ key }) => key === templateKey)?.common ?? []

/** What stands in the boxes; where no template was chosen, the one for a change of territory. */
export function saidIn(typed: Texts, offered: readonly OfferedTemplate[]): Said {
  const wanted = typed[template]
  const isOffered = wanted === byRules || offered.some(({ key }) => key === wanted)
  const ofTerritory = offered.find(({ kind }) => kind === 'territory')?.key ?? byRules
  const templateKey = (isOffered && wanted) || ofTerritory
  const userId = typed[recipientId]
  return {
    templateKey,
    recipient: userId === undefined ? null : { userId, name: typed[recipientName] ?? '' },
    answers: Object.fromEntries(
      commonOf(offered, templateKey).map(({ key }) => [key, typed[answerTo(key)] ?? '']),
    ),
  }
}

/** What is said as the worker takes it. */
export function askedOf(
  { templateKey, recipient, answers }: Said,
  offered: readonly OfferedTemplate[],
) {
  const values = commonOf(offered, templateKey).flatMap((question) => {
    const text = answers[question.key] ?? ''
    return text === '' ? [] : [[question.key, valueOf(question, text)] as const]
  })
  return {
    ...(templateKey === byRules ? {} : { templateKey }),
    recipient,
    values: Object.fromEntries(values),
  }
}

function valueOf({ answer }: Question, text: string): Value {
  return answer.type === 'date' ? { type: 'date', date: text } : { type: 'picklist', value: text }
}

/** What templates call it when somebody has given notice. */
const departures: ReadonlySet<string> = new Set(['resignation', 'departure', 'leaver'])

/** The answers that somebody's departure gives, as far as the template that stands in the box asks for them. */
export function departureIn(
  { templateKey }: Said,
  offered: readonly OfferedTemplate[],
): readonly (readonly [question: string, answer: string])[] {
  return commonOf(offered, templateKey).flatMap(({ key, answer }) => {
    const options = answer.type === 'picklist' ? (answer.options ?? []) : []
    const fitting = options.find(({ value }) => departures.has(value.toLowerCase()))
    return fitting ? [[key, fitting.value] as const] : []
  })
}

const endingIn = (typed: Texts, ending: string): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(typed).flatMap(([name, text]) =>
      name.endsWith(ending) ? [[name.slice(0, -ending.length), text] as const] : [],
    ),
  )

/** The deals that are chosen, by their ids. */
export const chosenIn = (typed: Texts) => endingIn(typed, chosen)

/** What became of the deals that were begun together, by their ids. */
export const outcomesIn = (typed: Texts) => endingIn(typed, begun)

/** Ways to put something in the boxes. */
export function writing(type: ReturnType<typeof useTypedTexts>['type']) {
  return {
    template: (key: string) => type(template, key),
    recipient: (recipient: Said['recipient']) => {
      type(recipientId, recipient?.userId ?? '')
      type(recipientName, recipient?.name ?? '')
    },
    answer: (question: string, text: string) => type(answerTo(question), text),
    choose: (ids: readonly string[], isChosen: boolean) => {
      for (const id of ids) type(id + chosen, isChosen ? 'yes' : '')
    },
    /** Empty: it is not one of them any more. What is not left for later is not chosen any more either. */
    outcome: (id: string, outcome: string) => {
      type(id + begun, outcome)
      if (outcome !== '' && outcome !== waiting) type(id + chosen, '')
    },
  }
}
