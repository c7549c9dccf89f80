import type { Assessment } from './assessment.ts'
import { formulasIn, questionsIn } from './conditions.ts'
import type { Answers } from './answer.ts'
import type { Finding } from './finding.ts'
import type { Handoff, Packet } from './handoff.ts'
import { formulaName } from './formula-engine.ts'
import type { FormulaEngine } from './formula-engine.ts'
import type { Plan } from './plan.ts'
import { questionsOf } from './prefill.ts'
import type { Person } from './primitives.ts'
import type { Question } from './question.ts'
import type { Template } from './template.ts'

/** A question of the recipient about one answer. */
export interface Clarification {
  readonly commentId: string
  readonly question: string | null
  readonly body: string
  readonly askedAt: string
  /** Null without a clock. */
  readonly dueAt: string | null
  /** Null while it is open. */
  readonly resolvedAt: string | null
}

/** The questions that wait for an answer, the one due first in front. */
export function openClarifications(all: readonly Clarification[]): readonly Clarification[] {
  const due = ({ dueAt }: Clarification) => (dueAt === null ? Infinity : Date.parse(dueAt))
  return all
    .filter(({ resolvedAt }) => resolvedAt === null)
    .toSorted((a, b) => due(a) - due(b) || Date.parse(a.askedAt) - Date.parse(b.askedAt))
}

/** The earliest due time among open questions. Null when none is open or none has a clock. */
export function nextDue(all: readonly Clarification[]): string | null {
  return openClarifications(all)[0]?.dueAt ?? null
}

/** Whether an open question should have been answered by now. */
export function isOverdue({ dueAt, resolvedAt }: Clarification, now: string): boolean {
  return resolvedAt === null && dueAt !== null && Date.parse(dueAt) < Date.parse(now)
}

const wording = (answers: Answers, key: string) => JSON.stringify(answers[key] ?? null)

/** The questions whose answers differ between two versions of a handoff. */
export function changedQuestions(before: Answers, after: Answers): ReadonlySet<string> {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)])
  return new Set([...keys].filter((key) => wording(before, key) !== wording(after, key)))
}

/** The answers that the sender has changed, for the log: the recipient is shown them. */
export function changedDetails(
  before: Packet | null | undefined,
  after: Packet | null | undefined,
): { readonly changed?: readonly string[] } {
  if (!before || !after) return {}
  return { changed: [...changedQuestions(before.answers, after.answers)] }
}

function formulaReads(question: Question, formulas: FormulaEngine | undefined): readonly string[] {
  const texts = question.requirements.flatMap(({ when }) => formulasIn(when))
  return formulas ? texts.flatMap((text) => formulas.reads(text).answers) : []
}

function depends(
  question: Question,
  changed: ReadonlySet<string>,
  formulas: FormulaEngine | undefined,
): boolean {
  const read = question.requirements.flatMap(({ when }) => questionsIn(when))
  if (read.some((key) => changed.has(key))) return true
  const names = new Set([...changed].map(formulaName))
  return formulaReads(question, formulas).some((name) => names.has(name))
}

/** The changed questions, and those whose demands hang on them. */
export function affectedQuestions(
  template: Template,
  changed: ReadonlySet<string>,
  formulas?: FormulaEngine,
): ReadonlySet<string> {
  const hanging = questionsOf(template)
    .filter((question) => depends(question, changed, formulas))
    .map(({ key }) => key)
  return new Set([...changed, ...hanging])
}

/** What a resubmission has to mend: findings about what changed and what hangs on it, and about the handoff as a whole. */
export function revalidated(
  assessment: Assessment,
  affected: ReadonlySet<string>,
): readonly Finding[] {
  return assessment.findings.filter(({ question }) => question === null || affected.has(question))
}

/** The recipient's questions that the sender still owes an answer to, the one due first in front. */
export function openQuestionsIn({
  comments = [],
}: Pick<Handoff, 'comments'>): readonly Clarification[] {
  const asked = comments.filter(({ kind }) => kind === 'clarification')
  return openClarifications(
    asked.map(({ id, question, body, writtenAt, dueAt, resolvedAt }) => ({
      commentId: id,
      question,
      body,
      askedAt: writtenAt,
      dueAt,
      resolvedAt,
    })),
  )
}

/** The questions that nobody has to answer any more once this is done. */
export function settledQuestions(
  handoff: Pick<Handoff, 'comments'>,
  { actor: by, now: at }: { readonly actor: Person; readonly now: string },
): Plan['resolved'] {
  return openQuestionsIn(handoff).map(({ commentId }) => ({ commentId, by, at }))
}
