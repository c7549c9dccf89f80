import { copiedFrom } from './copied.ts'
import { isFiller, normalised, saysNotApplicable } from './placeholder.ts'
import { mentionsPrivateLife } from './private-life.ts'
import type { Rule } from './subject.ts'
import { quoted, warning } from './subject.ts'
import { tierOf } from './redaction.ts'
import { mayRead } from './tier.ts'
import { proseOf } from './value-text.ts'

const passages = (answer: Parameters<Rule>[0]['answer']) =>
  answer?.kind === 'given' ? proseOf(answer.value).filter(({ text }) => text !== '') : []

/** Fewer characters than the question asks for. */
export const tooShort: Rule = (subject) => {
  const { answer, question } = subject
  if (answer?.kind !== 'given' || question.minLength === undefined) return []
  const length = passages(answer).reduce((sum, { text }) => sum + text.length, 0)
  if (length === 0 || length >= question.minLength) return []
  const sentence = `${quoted(question.label)} is short: ${length} of at least ${question.minLength} characters.`
  return [warning(subject, 'too-short', { sentence })]
}

const bare = (reason: string) => reason.trim() === '' || isFiller(reason)

/** "Does not apply" without a reason, in any of the ways to say it. */
export const naWithoutReason: Rule = (subject) => {
  const { answer, question, demand } = subject
  const sentence = `Say why ${quoted(question.label)} does not apply.`
  if (answer?.kind === 'not-applicable' && bare(answer.why)) {
    const told = demand && demand.severity !== 'warns' && answer.why.trim() === ''
    return told ? [] : [warning(subject, 'na-without-reason', { sentence })]
  }
  return passages(answer)
    .filter(({ text }) => saysNotApplicable(text))
    .map((passage) => warning(subject, 'na-without-reason', { sentence, ...rowOf(passage) }))
}

const rowOf = ({ row }: { row?: string }) => (row === undefined ? {} : { row })

/** Words that fill a field without saying anything, where no demand has said so already. */
export const boilerplate: Rule = (subject) => {
  const { answer, question, demand } = subject
  if (demand && answer?.kind === 'given' && answer.value.type === 'text') return []
  return passages(answer)
    .filter(({ text }) => isFiller(text) && !saysNotApplicable(text))
    .map((passage) => {
      const sentence = `${quoted(question.label)} says only “${passage.text}”.`
      return warning(subject, 'boilerplate', { sentence, ...rowOf(passage) })
    })
}

/** The example of the template, handed in as the answer. */
export const exampleCopied: Rule = (subject) => {
  const { answer, question } = subject
  const near = passages(answer).filter(({ text }) => text.length < question.example.length * 2)
  const example = near.length > 0 ? normalised(question.example) : ''
  const copied = near.some(({ text }) => normalised(text) === example)
  const sentence = `${quoted(question.label)} is the example of the template, word for word.`
  return copied ? [warning(subject, 'example-copied', { sentence })] : []
}

/** The words of another handoff. What was taken over from the handoff before in the chain is no copy. */
export const copied: Rule = (subject) => {
  const { answer, question, circumstances } = subject
  if (answer?.kind !== 'given' || answer.provenance.from !== 'typed') return []
  return passages(answer).flatMap((passage) => {
    const other = copiedFrom(passage.text, circumstances.others ?? [])
    if (other === null) return []
    const sentence = `${quoted(question.label)} repeats the words of ${other.name}.`
    return [warning(subject, 'copied', { sentence, ...rowOf(passage) })]
  })
}

/** Remarks on somebody's private life that would be kept in Salesforce, for however few to read. */
export const privateLife: Rule = (subject) => {
  const { answer, question } = subject
  if (!mayRead(tierOf(question, answer), 'recipient')) return []
  const isShared = mayRead(tierOf(question, answer), 'account-team')
  const advice = isShared
    ? 'Keep it to the recipient, or leave it out.'
    : 'It would be kept in Salesforce: leave it out, or keep it to yourself.'
  return passages(answer)
    .filter(({ text }) => mentionsPrivateLife(text))
    .map((passage) => {
      const sentence = `${quoted(question.label)} may touch somebody's private life. ${advice}`
      return warning(subject, 'private-life', { sentence, ...rowOf(passage) })
    })
}

/** "Asked" without saying whom. */
export const askedNobody: Rule = (subject) => {
  const { answer, question } = subject
  if (answer?.kind !== 'unknown-asked' || answer.who.trim() !== '') return []
  const sentence = `Say who finds out ${quoted(question.label)}, and by when.`
  return [warning(subject, 'asked-nobody', { sentence })]
}
