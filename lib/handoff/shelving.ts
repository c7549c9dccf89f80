import { formulasFor } from './formulas-for.ts'
import { type KnownTemplates, soundTemplate } from './shelf.ts'
import type { TemplateProblem } from './template-check.ts'
import { checkTemplate } from './template-check.ts'
import type { OrgFields } from './template-fields.ts'
import { formulaProblems } from './formula-problems.ts'
import type { Template } from './template.ts'
import { templateJson } from './template-text.ts'
import { namesTwice } from './template-twice.ts'

/** A text as a template for the shelf, or what keeps it from being one. */
export type Shelving =
  | { readonly outcome: 'fit'; readonly template: Template }
  | { readonly outcome: 'faulty'; readonly problems: readonly TemplateProblem[] }

function clash({ key, version }: Template, text: string, known: KnownTemplates): string | null {
  const same = known.all.filter(({ template }) => template.key === key)
  if (same.some(({ isLocked, from }) => isLocked && from === 'policy')) {
    return `Your company has set the template “${key}”. Give yours another key.`
  }
  const there = same.find(({ template }) => template.version === version)
  if (!there || isSame(there.template, text)) return null
  const whose = there.from === 'built-in' ? 'comes with Segue' : 'is on the shelf already'
  return `“${key}” ${version} ${whose}, with other content. Raise the version.`
}

/** A template without its status, its parts in the order in which they are read. */
function plain(text: string): string {
  const template = soundTemplate(text)
  return template ? JSON.stringify({ ...template, status: '' }) : ''
}

const isSame = (template: Template, text: string) => plain(text) === plain(JSON.stringify(template))

/** Judges a text that somebody wants to put on the shelf. Never throws. */
export async function shelving(
  text: string,
  known: KnownTemplates,
  { types }: Pick<OrgFields, 'types'>,
): Promise<Shelving> {
  const read = templateJson(text)
  if ('fault' in read) return { outcome: 'faulty', problems: [{ path: '', sentence: read.fault }] }
  const twice = namesTwice(text)
  const checked = checkTemplate(read.json)
  if (checked.outcome === 'faulty')
    return { outcome: 'faulty', problems: [...twice, ...checked.problems] }
  const { template } = checked
  const engine = await formulasFor(template, types)
  const found = engine ? formulaProblems(template, engine) : []
  // Another org may have the field: while the rule cannot be judged it warns, and never blocks.
  const problems = [...twice, ...found.filter(({ unknown }) => unknown === undefined)]
  const clashing = clash(template, text, known)
  if (clashing !== null) problems.push({ path: 'version', sentence: clashing })
  return problems.length > 0 ? { outcome: 'faulty', problems } : { outcome: 'fit', template }
}
