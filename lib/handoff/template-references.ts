import { jsonPath } from './json-path.ts'
import { questionsByKey } from './questions-by-key.ts'
import type { TemplateProblem } from './template-check.ts'
import { placedConditions } from './placed-conditions.ts'
import { placedQuestions } from './template-places.ts'
import type { Template } from './template.ts'

type Named = readonly { readonly path: readonly PropertyKey[]; readonly name: string }[]

function missing(
  named: Named,
  known: Pick<ReadonlySet<string>, 'has'>,
  what: string,
): TemplateProblem[] {
  return named
    .filter(({ name }) => !known.has(name))
    .map(({ path, name }) => ({
      path: jsonPath(path),
      sentence: `There is no ${what} “${name}” in this template.`,
    }))
}

function namedQuestions(template: Template): Named {
  return [
    ...placedConditions(template).flatMap(({ path, thing }) =>
      'question' in thing ? [{ path: [...path, 'question'], name: thing.question }] : [],
    ),
    ...template.declineReasons.flatMap(({ questions = [] }, index) =>
      questions.map((name, at) => ({ path: ['declineReasons', index, 'questions', at], name })),
    ),
  ]
}

function namedVariants(template: Template): Named {
  const lists = [
    ...placedQuestions(template).map(({ path, thing }) => ({ path, variants: thing.variants })),
    ...template.milestones.map(({ variants }, index) => ({
      path: ['milestones', index],
      variants,
    })),
    ...template.phases.map(({ variants }, index) => ({ path: ['phases', index], variants })),
  ]
  return [
    ...template.variantWhen.map(({ variant }, index) => ({
      path: ['variantWhen', index, 'variant'],
      name: variant,
    })),
    ...lists.flatMap(({ path, variants = [] }) =>
      variants.map((name, index) => ({ path: [...path, 'variants', index], name })),
    ),
  ]
}

function namedLetters(template: Template): Named {
  return placedQuestions(template).flatMap(({ path, thing: { prefill = [] } }) =>
    prefill.flatMap((source, index) =>
      source.from === 'mapped'
        ? [{ path: [...path, 'prefill', index, 'key'], name: source.key }]
        : [],
    ),
  )
}

function phaseProblems({ transfer, phases }: Template): TemplateProblem[] {
  if (transfer.ownerMoves === 'at-phase-end' && transfer.afterPhase === undefined) {
    const sentence = 'The owner moves at the end of a phase: say which one.'
    return [{ path: 'transfer.afterPhase', sentence }]
  }
  const named = transfer.afterPhase
    ? [{ path: ['transfer', 'afterPhase'], name: transfer.afterPhase }]
    : []
  return missing(named, new Set(phases.map(({ phase }) => phase)), 'phase')
}

/** What is named somewhere and stands nowhere. */
export function referenceProblems(template: Template): readonly TemplateProblem[] {
  const questions = questionsByKey(template)
  return [
    ...missing(namedQuestions(template), questions, 'question'),
    ...missing(namedVariants(template), new Set(template.variants), 'variant'),
    ...missing(namedLetters(template), new Set(Object.keys(template.mapping)), 'mapping for'),
    ...phaseProblems(template),
  ]
}
