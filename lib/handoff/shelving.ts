import type { FormulaEngine } from './formula-engine.ts'
import type { KnownTemplates } from './shelf.ts'
import type { TemplateProblem } from './template-check.ts'
import { checkTemplate } from './template-check.ts'
import { formulaProblems } from './template-formulas.ts'
import type { Template } from './template.ts'

/** A text as a template for the shelf, or what keeps it from being one. */
export type Shelving =
  | {
      readonly outcome: 'fit'
      readonly template: Template
      /** What does not keep it from being used, such as a formula with a field that this org lacks. */
      readonly notes: readonly TemplateProblem[]
    }
  | { readonly outcome: 'faulty'; readonly problems: readonly TemplateProblem[] }

/** The largest built-in template has 60 kB. */
const LONGEST = 1_000_000
/** Conditions inside conditions; beyond it reading them would exhaust the stack. */
const DEEPEST = 60

const faulty = (sentence: string, path = ''): Shelving => ({
  outcome: 'faulty',
  problems: [{ path, sentence }],
})

function depthOf(text: string): number {
  let depth = 0
  let deepest = 0
  for (const sign of text.replace(/"(?:[^"\\]|\\.)*"/gs, '')) {
    if (sign === '{' || sign === '[') depth += 1
    if (sign === '}' || sign === ']') depth -= 1
    deepest = Math.max(deepest, depth)
  }
  return deepest
}

function parsed(text: string): { readonly json: unknown } | { readonly problem: Shelving } {
  if (text.length > LONGEST) {
    return { problem: faulty('This is too long for a template: at most 1,000,000 characters.') }
  }
  if (depthOf(text) > DEEPEST) return { problem: faulty('Too much stands inside each other here.') }
  try {
    return { json: JSON.parse(text) }
  } catch (error) {
    const why = error instanceof Error ? error.message : ''
    return { problem: faulty(`This is not JSON. ${why}`) }
  }
}

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

const plain = (template: Template) => JSON.stringify({ ...template, status: '' })

function isSame(template: Template, text: string): boolean {
  const other = checkTemplate(JSON.parse(text))
  return other.outcome === 'sound' && plain(other.template) === plain(template)
}

/** Judges a text that somebody wants to put on the shelf. Never throws. */
export async function shelving(
  text: string,
  known: KnownTemplates,
  engineFor: (template: Template) => Promise<FormulaEngine | undefined>,
): Promise<Shelving> {
  const read = parsed(text)
  if ('problem' in read) return read.problem
  const checked = checkTemplate(read.json)
  if (checked.outcome === 'faulty') return checked
  const { template } = checked
  const engine = await engineFor(template)
  const found = engine ? formulaProblems(template, engine) : []
  // Another org may have the field: while the rule cannot be judged it warns, and never blocks.
  const problems: TemplateProblem[] = found.filter(({ unknown }) => unknown === undefined)
  const clashing = clash(template, text, known)
  if (clashing !== null) problems.push({ path: 'version', sentence: clashing })
  if (problems.length > 0) return { outcome: 'faulty', problems }
  return {
    outcome: 'fit',
    template,
    notes: found.filter(({ unknown }) => unknown !== undefined),
  }
}
