import type { Answer } from './answer.ts'
import { rowCount } from './conditions.ts'
import type { Deal } from './deal.ts'
import { isAsked } from './demand.ts'
import type { Draft } from './draft.ts'
import { todayIn } from './circumstances.ts'
import type { Circumstances } from './circumstances.ts'
import type { FormulaInput } from './formula-engine.ts'
import { formulaName } from './formula-engine.ts'
import { questionsOf } from './prefill.ts'
import type { FieldValue } from './primitives.ts'
import type { Question } from './question.ts'
import type { Template } from './template.ts'
import { saysSomething, textOf } from './value-text.ts'
import { isLeftAlone, writtenBy } from './written-path.ts'

/** How formulas name the questions of a template, and which questions are written to which field. */
export interface FormulaNames {
  readonly questions: ReadonlyMap<string, string>
  readonly writers: ReadonlyMap<string, readonly Question[]>
}

/** The names that formulas of a template may use. */
export function formulaNames(template: Template): FormulaNames {
  const questions = questionsOf(template)
  return {
    questions: new Map(questions.map(({ key }) => [formulaName(key), key])),
    // Formulas look at the account from the opportunity.
    writers: Map.groupBy(questions, ({ writeTo = '' }) =>
      writeTo.replace(/^(?=Account\.)/, 'Opportunity.'),
    ),
  }
}

// A 100 kB answer is not turned into text again for each formula that reads it.
const texts = new WeakMap<Answer, string | null>()

function words(answer: Answer | undefined): string | null {
  if (!saysSomething(answer) || answer.kind !== 'given') return null
  const known = texts.get(answer)
  if (known !== undefined) return known
  const { value } = answer
  // An amount without its currency, so that VALUE() reads it.
  const text = value.type === 'currency' ? String(value.amount) : textOf(value)
  texts.set(answer, text)
  return text
}

interface Around extends Pick<Circumstances, 'now' | 'timeZone' | 'types' | 'locked'> {
  readonly deal: Pick<Deal, 'fields' | 'timeZone'>
}

/** What formulas see of a draft: the record as it will be, the record as it is, and the answers. */
export function formulaInput(
  names: FormulaNames,
  draft: Pick<Draft, 'answers' | 'unticked' | 'variant'>,
  circumstances: Around,
): FormulaInput {
  const { deal, now, timeZone, locked } = circumstances
  const prior = (path: string): FieldValue => deal.fields[path] ?? null
  const written = (path: string): FieldValue | undefined => {
    const writers = names.writers.get(path) ?? []
    return writers
      .filter((one) => isAsked(one, draft) && !isLeftAlone(one, draft.unticked, locked))
      .map((question) => writtenBy(question, draft.answers[question.key], circumstances))
      .find((value) => value !== undefined)
  }
  const answerOf = (name: string) => draft.answers[names.questions.get(name) ?? '']
  return {
    field: (path) => written(path) ?? prior(path),
    prior,
    isNew: false,
    answer: (name) => words(answerOf(name)),
    count: (name) => rowCount(answerOf(name)),
    now,
    timeZone,
    // Asked for by few formulas, and at every key if it were made ahead.
    get today() {
      return todayIn(circumstances)
    },
  }
}
