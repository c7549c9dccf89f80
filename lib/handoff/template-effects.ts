import { jsonPath } from './json-path.ts'
import { effectWords, unknownWords } from './set-off.ts'
import type { TemplateProblem } from './template-check.ts'
import type { Placed } from './template-places.ts'
import type { Effect, Template } from './template.ts'

/** Every field that a new status sets, with its place. */
export function placedFieldsSet({ onStatus = [] }: Template): readonly Placed<string>[] {
  return onStatus.flatMap(({ set = {} }, index) =>
    Object.keys(set).map((thing) => ({ path: ['onStatus', index, 'set', thing], thing })),
  )
}

/** What keeps a field from being set by a status; null when nothing does. */
function refusalOf(field: string): string | null {
  if (!/^Opportunity\.\w+$/.test(field))
    return 'Only fields of the opportunity itself are set here.'
  return /\.OwnerId$/i.test(field) ? 'The owner is changed by “transfer” alone.' : null
}

function textsOf({ set = {}, post, task }: Effect): readonly Placed<unknown>[] {
  return [
    ...Object.entries(set).map(([field, thing]) => ({ path: ['set', field], thing })),
    { path: ['post'], thing: post },
    { path: ['task', 'subject'], thing: task?.subject },
  ]
}

/** Effects that could never come about, and words in braces that mean nothing. */
export function effectProblems(template: Template): readonly TemplateProblem[] {
  const fields = placedFieldsSet(template).flatMap(({ path, thing }) => {
    const sentence = refusalOf(thing)
    return sentence === null ? [] : [{ path: jsonPath(path), sentence }]
  })
  const { onStatus = [] } = template
  const texts = onStatus.flatMap((effect, index) =>
    textsOf(effect).flatMap(({ path, thing }) =>
      unknownWords(thing).map((word) => ({
        path: jsonPath(['onStatus', index, ...path]),
        sentence: `“{{${word}}}” means nothing here. There are ${known}.`,
      })),
    ),
  )
  return [...fields, ...texts]
}

const known = effectWords.map((word) => `{{${word}}}`).join(', ')
