import type { Answer, Value } from '#lib/handoff/answer.ts'
import { writtenOver } from '#lib/handoff/freshness.ts'
import type { Question } from '#lib/handoff/question.ts'
import type { Setting } from './setting.ts'

type Writer = Pick<Setting, 'me' | 'now'>

/** What is answered now, and what was there before. */
interface Giving {
  readonly question: Question
  readonly value: Value
  readonly before: Answer | undefined
}

/** An answer that the user gives now, keeping the evidence of the one before, and what Salesforce held under it. */
export function given({ question, value, before }: Giving, { me, now, deal }: Setting): Answer {
  const over = writtenOver(question, before, deal)
  const kept = before?.kind === 'given' ? before : undefined
  return {
    kind: 'given',
    value,
    provenance: over ? { from: 'typed', over } : { from: 'typed' },
    evidence: kept?.evidence ?? [],
    ...(kept?.tier === undefined ? {} : { tier: kept.tier }),
    by: me,
    at: now(),
  }
}

/** The kinds of saying that there is no answer. */
export type OtherKind = Exclude<Answer['kind'], 'given'>

/** An answer that says why there is none. */
export function other(kind: OtherKind, { me, now }: Writer): Answer {
  const signed = { by: me, at: now() }
  const blank: { readonly [Kind in OtherKind]: Answer } = {
    none: { kind: 'none', ...signed },
    'unknown-not-asked': { kind: 'unknown-not-asked', ...signed },
    'unknown-asked': { kind: 'unknown-asked', who: '', until: '', ...signed },
    'not-applicable': { kind: 'not-applicable', why: '', ...signed },
  }
  return blank[kind]
}

/** The given value of an answer, if it has one. */
export function valueOf(answer: Answer | undefined): Value | null {
  return answer?.kind === 'given' ? answer.value : null
}
