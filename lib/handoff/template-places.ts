import type { Condition } from './condition.ts'
import type { Question } from './question.ts'
import type { Template } from './template.ts'

type Path = readonly PropertyKey[]

/** Something in a template and where it stands. */
export interface Placed<Thing> {
  readonly path: Path
  readonly thing: Thing
}

/** Every question with its path. */
export function placedQuestions({ sections }: Template): readonly Placed<Question>[] {
  return sections.flatMap(({ questions }, section) =>
    questions.map((thing, index) => ({
      path: ['sections', section, 'questions', index],
      thing,
    })),
  )
}

/** The outermost conditions of a template with their paths. */
export function topConditions(template: Template): readonly Placed<Condition>[] {
  return [
    { path: ['appliesWhen'], thing: template.appliesWhen },
    ...template.variantWhen.map(({ when }, index) => ({
      path: ['variantWhen', index, 'when'],
      thing: when,
    })),
    ...placedQuestions(template).flatMap(({ path, thing }) =>
      thing.requirements.map(({ when }, index) => ({
        path: [...path, 'requirements', index, 'when'],
        thing: when,
      })),
    ),
    ...template.milestones.flatMap(({ when }, index) =>
      when ? [{ path: ['milestones', index, 'when'], thing: when }] : [],
    ),
  ]
}
