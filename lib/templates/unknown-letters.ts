import { jsonPath } from '#lib/handoff/json-path.ts'
import type { TemplateProblem } from '#lib/handoff/template-check.ts'
import { placedQuestions } from '#lib/handoff/template-places.ts'
import type { Template } from '#lib/handoff/template.ts'
import { coverage } from './coverage.ts'

const known: ReadonlySet<string> = new Set(Object.values(coverage).flat())

/** Letters that questions of a template say they cover and that no methodology has, each with its place. */
export function unknownLetters(template: Template): readonly TemplateProblem[] {
  return placedQuestions(template).flatMap(({ path, thing: { covers = [] } }) =>
    covers.flatMap((letter, index) => {
      if (known.has(letter)) return []
      const sentence = `No methodology has a letter “${letter}”: nothing is covered by it.`
      return [{ path: jsonPath([...path, 'covers', index]), sentence }]
    }),
  )
}
