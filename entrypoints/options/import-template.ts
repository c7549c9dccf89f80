import { importNotes } from '#lib/handoff/import-notes.ts'
import type { TemplateProblem } from '#lib/handoff/template-check.ts'
import type { Ask } from '#lib/messaging/client.ts'
import type { AnswerOf } from '#lib/messaging/requests.ts'
import { unknownLetters } from '#lib/templates/unknown-letters.ts'

/** What became of a text that was to be put on the shelf; of a template, also what does less here than it says. */
export type ImportedTemplate =
  | Extract<AnswerOf<'template.import'>, { readonly outcome: 'faulty' }>
  | (Extract<AnswerOf<'template.import'>, { readonly outcome: 'kept' }> & {
      readonly notes: readonly TemplateProblem[]
    })

/** Puts a text on the shelf, if it is a template. */
export async function importTemplate(text: string, ask: Ask): Promise<ImportedTemplate> {
  const imported = await ask('template.import', { text })
  if (imported.outcome === 'faulty') return imported
  const { key, version } = imported
  const surroundings = await ask('template.surroundings', {})
  const template = surroundings.templates.find((one) => one.key === key && one.version === version)
  const notes = template
    ? [...(await importNotes(template, surroundings)), ...unknownLetters(template)]
    : []
  return { ...imported, notes }
}
