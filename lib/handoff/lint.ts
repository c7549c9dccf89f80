import type { Finding } from './finding.ts'
import { demanded } from './lint-demand.ts'
import {
  championStrength,
  changedMeanwhile,
  noContactRole,
  old,
  pastNextStep,
  stale,
  unfit,
} from './lint-record.ts'
import { incompleteRows, overduePromises, tooLongRows, unreachableLinks } from './lint-rows.ts'
import {
  askedNobody,
  boilerplate,
  copied,
  exampleCopied,
  naWithoutReason,
  privateLife,
  tooShort,
} from './lint-text.ts'
import type { Rule, Subject } from './subject.ts'

/** Every rule about one question, in the order its findings are shown. */
const rules: readonly Rule[] = [
  demanded,
  unfit,
  tooLongRows,
  tooShort,
  naWithoutReason,
  boilerplate,
  exampleCopied,
  copied,
  askedNobody,
  incompleteRows,
  unreachableLinks,
  overduePromises,
  noContactRole,
  championStrength,
  pastNextStep,
  stale,
  changedMeanwhile,
  old,
  privateLife,
]

/** What is missing or weak in one answer. */
export function lint(subject: Subject): readonly Finding[] {
  return rules.flatMap((rule) => rule(subject))
}
