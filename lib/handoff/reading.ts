import type { Answers } from './answer.ts'
import type { Reviewed } from './reviewed.ts'
import type { Template } from './template.ts'
import { saysSomething } from './value-text.ts'

/** How much of a handoff has been read. */
interface Reading {
  readonly read: number
  readonly of: number
}

/** How many of the sections that say something have been read; sections that the template lost do not count. */
export function readingOf(
  { sections }: Pick<Template, 'sections'>,
  answers: Answers,
  reviewed: Reviewed,
): Reading {
  const told = sections.filter(({ questions }) =>
    questions.some(({ key }) => saysSomething(answers[key])),
  )
  return { read: told.filter(({ key }) => key in reviewed).length, of: told.length }
}
