import type { Answer, Value } from '#lib/handoff/answer.ts'
import type { Setting } from './setting.ts'

type Writer = Pick<Setting, 'me' | 'now'>

/** An answer that the user gives now, keeping the evidence of the one before. */
export function given(value: Value, before: Answer | undefined, { me, now }: Writer): Answer {
  const kept = before?.kind === 'given' ? before : undefined
  return {
    kind: 'given',
    value,
    provenance: { from: 'typed' },
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
