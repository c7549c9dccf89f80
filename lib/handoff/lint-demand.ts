import { rowCount } from './conditions.ts'
import type { Shortfall } from './demand.ts'
import { shortfall } from './demand.ts'
import type { Rule, Subject } from './subject.ts'
import { finding, quoted } from './subject.ts'

type Say = (subject: Subject) => string

const label = ({ question }: Subject) => quoted(question.label)

function tooFew(subject: Subject): string {
  const needed = subject.demand?.atLeast ?? 1
  const there = rowCount(subject.answer)
  return `${label(subject)} needs ${needed === 1 ? 'an entry' : `${needed} entries`}; there ${there === 1 ? 'is one' : `are ${there === 0 ? 'none' : there}`}.`
}

const sentences: Record<Shortfall, Say> = {
  required: (subject) => `${label(subject)} is not answered yet.`,
  'not-enough-rows': tooFew,
  placeholder: (subject) => `${label(subject)} is filled in but says nothing.`,
  'unknown-not-allowed': (subject) => `${label(subject)} cannot be left open.`,
  'na-without-reason': (subject) => `Say why ${label(subject)} does not apply.`,
  'none-not-allowed': (subject) => `${label(subject)} cannot be answered with “none”.`,
}

/** What is demanded and not there, with the severity of the demand. */
export const demanded: Rule = (subject) => {
  const { answer, question, demand } = subject
  const rule = demand && shortfall(answer, question, demand)
  if (!demand || !rule) return []
  return [finding(subject, { severity: demand.severity, rule, sentence: sentences[rule](subject) })]
}
