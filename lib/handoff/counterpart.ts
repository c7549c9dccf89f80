import type { Question } from './question.ts'

/**
 * What another template asks in the place of a question: the question of the same key, then those that cover
 * the same letter of a methodology, in their order.
 */
export function counterparts<Asked extends { readonly question: Question }>(
  { key, covers = [] }: Question,
  others: readonly Asked[],
): readonly Asked[] {
  const same = others.filter(({ question }) => question.key === key)
  const kindred = others.filter(
    ({ question }) =>
      question.key !== key && question.covers?.some((letter) => covers.includes(letter)),
  )
  return [...same, ...kindred]
}
