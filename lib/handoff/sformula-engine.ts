import {
  InvalidTypeError,
  parseSync,
  SyntaxError as FormulaSyntaxError,
  ValidationError,
} from 'sformula'
import type { Formula } from 'sformula'
import { contextFor, meantBy, missingName, readsOf, typesFor } from './formula-context.ts'
import type { Meant, Vocabulary } from './formula-context.ts'
import type {
  FormulaEngine,
  FormulaInput,
  FormulaProblem,
  FormulaReads,
  FormulaResult,
} from './formula-engine.ts'
import { callOverrides } from './formula-overrides.ts'
import { patternProblem } from './formula-patterns.ts'
import { schemaOf } from './formula-schema.ts'
import { compared, rewriteFormula, turned } from './formula-text.ts'
import type { Rewritten } from './formula-text.ts'
import { offsetOf, placeOf } from './text-place.ts'
import type { Place } from './text-place.ts'

/** Salesforce compiles no formula longer than this. */
const LONGEST = 5000
/** sformula's parser goes back over brackets inside brackets again and again. */
const DEEPEST = 30

interface Sound {
  readonly formula: Formula
  readonly reads: FormulaReads
  readonly meant: readonly Meant[]
}

type Compiled = { readonly sound: Sound } | { readonly problem: FormulaProblem }

/** What an engine knows of the org and the template. */
export interface EngineOptions {
  /** The types of the org's fields, by path such as `Opportunity.Amount`, from describe; standard fields otherwise. */
  readonly types?: Readonly<Record<string, string>> | undefined
  /** The formula names of the template's questions, for `$Answer` and `$Count`. */
  readonly questions: readonly string[]
}

const whole = (formula: string, sentence: string): FormulaProblem => ({
  formula,
  sentence,
  line: null,
  column: null,
})

function depthOf(text: string): number {
  let depth = 0
  let deepest = 0
  for (const sign of text.replace(/"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'/gs, '')) {
    if (sign === '(') depth += 1
    if (sign === ')') depth -= 1
    deepest = Math.max(deepest, depth)
  }
  return deepest
}

const unknownName = /^(?:type information is not found: (.*)|property (.*) is not found in object)$/

function unknownIn(error: FormulaSyntaxError | ValidationError): string | undefined {
  if (error instanceof FormulaSyntaxError) return undefined
  const [, name, property] = unknownName.exec(error.message) ?? []
  return name ?? property
}

function sentenceOf(error: FormulaSyntaxError | ValidationError): string {
  if (error instanceof FormulaSyntaxError) {
    return error.found
      ? `The formula cannot be read: “${error.found}” is out of place`
      : 'The formula cannot be read: it ends too early'
  }
  if (error instanceof InvalidTypeError && error.type.endsWith('picklist'))
    return 'Ask a picklist by ISPICKVAL, TEXT or, of several choices, INCLUDES'
  const unknown = unknownIn(error)
  return unknown === undefined
    ? `The formula does not fit its fields: ${error.message}`
    : unknown === 'Opportunity'
      ? 'A field of the opportunity is named without “Opportunity.” here, as in “Amount”'
      : `There is no field or function “${unknown}”`
}

const wrongCount = /^arguments num for the call is not valid \(expected (.+), found (\d+)\)$/

/** That a function was given too much or too little; null for any other error. */
function countedWrong(text: string, error: FormulaSyntaxError | ValidationError): string | null {
  const [, expected, found] = wrongCount.exec(error.message) ?? []
  if (expected === undefined || !error.location) return null
  const [name = ''] = /^\w+/.exec(text.slice(offsetOf(text, error.location.start))) ?? []
  return name === 'CASE'
    ? 'CASE takes something, pairs of what it may be and what then comes out, and at last what comes out otherwise'
    : `${name} takes ${expected} ${expected === '1' ? 'part' : 'parts'} between its brackets, and has ${found}`
}

function located(rewritten: Rewritten, formula: string, place: Place | null): Place | null {
  return place && placeOf(formula, rewritten.origin(offsetOf(rewritten.text, place)))
}

function problemOf(rewritten: Rewritten, formula: string, error: unknown): FormulaProblem {
  if (!(error instanceof FormulaSyntaxError || error instanceof ValidationError)) throw error
  const place = located(rewritten, formula, error.location?.start ?? null)
  const unknown = unknownIn(error)
  return {
    ...whole(formula, countedWrong(rewritten.text, error) ?? sentenceOf(error)),
    ...place,
    ...(unknown === undefined || isNoField(rewritten.text, error) ? {} : { unknown }),
  }
}

/** Whether a name is none of a field, which another org may have: it is called, or begins as Salesforce's own do. */
const isNoField = (text: string, { location }: FormulaSyntaxError | ValidationError) =>
  location !== undefined && /^(?:\$|\w+\s*\()/.test(text.slice(offsetOf(text, location.start)))

function tooLarge(formula: string): FormulaProblem | null {
  if (formula.length > LONGEST) {
    return whole(formula, `The formula is longer than ${LONGEST} characters`)
  }
  return depthOf(formula) > DEEPEST
    ? whole(formula, 'The formula has too many brackets inside brackets')
    : null
}

function missing(text: string, { paths, firstAt }: Rewritten, vocabulary: Vocabulary) {
  const name = missingName(paths, vocabulary)
  return name && { ...whole(text, name.sentence), ...placeOf(text, firstAt.get(name.path) ?? 0) }
}

function compileRewritten(text: string, rewritten: Rewritten, vocabulary: Vocabulary): Compiled {
  // Unlike a field, which another org may have, it is missing everywhere.
  const problem = missing(text, rewritten, vocabulary)
  if (problem) return { problem }
  const inputTypes = typesFor(rewritten.paths, vocabulary)
  const formula = parseSync(rewritten.text, { inputTypes })
  if (formula.compiled.calculatedType !== 'boolean') {
    return { problem: whole(text, 'The formula gives a value, not true or false') }
  }
  const pattern = patternProblem('ast' in formula.compiled ? formula.compiled.ast : null)
  if (pattern) {
    const place = located(rewritten, text, pattern.place)
    return { problem: { ...whole(text, pattern.sentence), ...place } }
  }
  const meant = meantBy(rewritten.paths, vocabulary)
  callOverrides(formula.compiled.expression)
  return { sound: { formula, reads: readsOf(meant), meant } }
}

function compile(text: string, vocabulary: Vocabulary): Compiled {
  const large = tooLarge(text)
  if (large) return { problem: large }
  return compileText([text, rewriteFormula(text)], vocabulary)
}

/** What stays wrong however it is read, as a day that is added to a day: so often it is read otherwise. */
const MOST_READINGS = 20

function compileText(
  [text, rewritten]: readonly [string, Rewritten],
  vocabulary: Vocabulary,
  left = MOST_READINGS,
): Compiled {
  try {
    return compileRewritten(text, rewritten, vocabulary)
  } catch (error) {
    const other = left > 0 ? readOtherwise(rewritten, error) : null
    return other === null
      ? { problem: problemOf(rewritten, text, error) }
      : compileText([text, other], vocabulary, left - 1)
  }
}

/**
 * What sformula reads otherwise than Salesforce, so that it does: a day behind the number that is added to it, as in
 * 30 + TODAY(), stands in front, and a comparison in an equality, as in IsWon = Amount > 5, in brackets.
 */
function readOtherwise(rewritten: Rewritten, error: unknown): Rewritten | null {
  if (!(error instanceof InvalidTypeError) || !error.location) return null
  const { start, end } = error.location
  const { text } = rewritten
  const place = [offsetOf(text, start), offsetOf(text, end)] as const
  if (error.expected.includes('boolean')) return compared(rewritten, ...place)
  const other = error.type.startsWith('date') ? turned(text, ...place) : null
  return other === null ? null : { ...rewritten, text: other }
}

function run({ formula, meant }: Sound, input: FormulaInput): boolean {
  const value: unknown = formula.evaluate(contextFor(meant, input))
  return value === true
}

const readsNothing: FormulaReads = { fields: [], answers: [], clock: false }

/** Evaluates Salesforce formulas over the opportunity and the answers. Each formula is compiled once. */
export function createFormulaEngine({ types, questions }: EngineOptions): FormulaEngine {
  const vocabulary = { schema: schemaOf(types), questions }
  const compiled = new Map<string, Compiled>()
  const get = (text: string): Compiled => {
    const known = compiled.get(text) ?? compile(text, vocabulary)
    compiled.set(text, known)
    return known
  }
  const evaluate = (text: string, input: FormulaInput): FormulaResult => {
    const known = get(text)
    if ('problem' in known) return { outcome: 'broken', problem: known.problem }
    try {
      return { outcome: 'value', holds: run(known.sound, input) }
    } catch (error) {
      // Whatever a formula trips over at run time must not take the panel down with it.
      const why = error instanceof Error ? error.message : String(error)
      return { outcome: 'broken', problem: whole(text, `The formula fails: ${why}`) }
    }
  }
  return {
    check: (text) => {
      const known = get(text)
      return 'problem' in known ? known.problem : null
    },
    reads: (text) => {
      const known = get(text)
      return 'sound' in known ? known.sound.reads : readsNothing
    },
    evaluate,
  }
}
