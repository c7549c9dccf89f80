import { day, money, number } from '#components/ui/formats.ts'
import { wordsOf } from '#lib/handoff/spoken-value.ts'
import type { Value } from '#lib/handoff/answer.ts'
import type { Question } from '#lib/handoff/question.ts'
import { roleName, rolesPath, withRoleNames } from '#lib/handoff/role-names.ts'
import { rowSentences } from '#lib/handoff/row-sentence.ts'
import type { Setting } from './setting.ts'

type Here = Pick<Setting, 'formats' | 'picklists'>

/** What can be chosen as the answer to a question: from the template, or from the field in this org. */
export function choicesOf({ answer }: Pick<Question, 'answer'>, picklists: Setting['picklists']) {
  if (answer.type !== 'picklist') return []
  return answer.options ?? (answer.field === undefined ? [] : (picklists[answer.field] ?? []))
}

/** What Salesforce holds, as this user reads it; of a list, the first entry that is new or says something else than mine. */
export function valueWords(
  [theirs, mine = theirs]: readonly [Value, Value?],
  question: Question,
  { formats, picklists }: Here,
): string {
  const named = (value: Value) => withRoleNames(value, picklists[rolesPath])
  if (theirs.type === 'date') return day(theirs.date, formats)
  if (theirs.type === 'number') return number(theirs.number, formats)
  if (theirs.type === 'currency') return money(theirs.amount, theirs.currency, formats)
  if (theirs.type === 'picklist') return roleName(theirs.value, choicesOf(question, picklists))
  return news(named(theirs), named(mine)) ?? wordsOf(named(theirs), question.answer)
}

function news(theirs: Value, mine: Value): string | undefined {
  if (!('rows' in theirs)) return undefined
  const known = new Set('rows' in mine ? rowSentences(mine).map(({ text }) => text) : [])
  const texts = rowSentences(theirs).map(({ text }) => text)
  return texts.find((text) => !known.has(text))
}
