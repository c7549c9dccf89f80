import type { Answer, Answers } from './answer.ts'
import type { Variant } from './variant.ts'
import { isAsked, shortfall } from './demand.ts'
import { questionsOf } from './prefill.ts'
import type { Question } from './question.ts'
import type { Template } from './template.ts'
import { saysSomething } from './value-text.ts'

/** One letter of a methodology and how far it is known. */
interface Letter {
  /** Such as `MEDDPICC.champion`. */
  readonly key: string
  readonly credit: 0 | 0.5 | 1
  /** The questions that cover it. */
  readonly questions: readonly string[]
}

/** How much of one methodology pack is known. */
export interface Coverage {
  readonly pack: Template['methodology'][number]
  readonly letters: readonly Letter[]
  /** 0 to 1; null when no question in scope covers a letter. */
  readonly share: number | null
}

const anyAnswer = { severity: 'warns', atLeast: 1 } as const

// "Asked, no answer yet" is worth half: somebody is finding out. Everything else left open is worth nothing.
function creditFor(answer: Answer | undefined, question: Question): Letter['credit'] {
  if (!saysSomething(answer)) return 0
  if (answer.kind === 'unknown-asked') return 0.5
  if (answer.kind === 'unknown-not-asked') return 0
  return shortfall(answer, question, anyAnswer) === null ? 1 : 0
}

const best = (credits: readonly Letter['credit'][]): Letter['credit'] =>
  credits.includes(1) ? 1 : credits.includes(0.5) ? 0.5 : 0

function lettersOf(pack: string, asked: readonly Question[], answers: Answers): readonly Letter[] {
  const keys = new Set(
    asked.flatMap(({ covers = [] }) => covers.filter((letter) => letter.startsWith(`${pack}.`))),
  )
  return [...keys].map((key) => {
    const covering = asked.filter(({ covers = [] }) => covers.includes(key))
    return {
      key,
      credit: best(covering.map((question) => creditFor(answers[question.key], question))),
      questions: covering.map((question) => question.key),
    }
  })
}

/** The share of the first methodology in scope, which is the one that is kept; null when none is. */
export const coveredShare = (coverage: readonly Coverage[]): number | null =>
  coverage.find(({ share }) => share !== null)?.share ?? null

/** How much of its methodology a packet covers, in percent, for an entry of the log; nothing when none is in scope. */
export function coverageDetail(
  template: Template,
  packet: Parameters<typeof methodologyCoverage>[1],
): { readonly coverage?: number } {
  const share = coveredShare(methodologyCoverage(template, packet))
  return share === null ? {} : { coverage: Math.round(share * 100) }
}

/** For each pack of the template: known letters over letters that a question of this variant covers. */
export function methodologyCoverage(
  template: Template,
  { answers, variant }: { readonly answers: Answers; readonly variant: Variant },
): readonly Coverage[] {
  if (template.methodology.length === 0) return []
  const asked = questionsOf(template).filter((question) => isAsked(question, { variant }))
  return template.methodology.map((pack) => {
    const letters = lettersOf(pack, asked, answers)
    const known = letters.reduce((sum, { credit }) => sum + credit, 0)
    return { pack, letters, share: letters.length === 0 ? null : known / letters.length }
  })
}
