import * as z from 'zod/mini'
import type { Handoff } from './handoff.ts'
import { isNewer } from './migrate.ts'
import { instantSchema } from './primitives.ts'
import { checkTemplate } from './template-check.ts'
import { templateJson } from './template-text.ts'
import type { Template } from './template.ts'

/** A template of an admin's own, as it lies on the shelf. */
export const shelvedSchema = z.object({
  /** JSON, as it was imported. */
  text: z.string(),
  /** What was made of it here; what the company has set says so itself. */
  status: z.enum(['draft', 'active', 'archived']),
  from: z.enum(['import', 'policy']),
  at: instantSchema,
})
export type Shelved = z.infer<typeof shelvedSchema>

/** A template and where it comes from. */
export interface Known {
  readonly template: Template
  readonly from: 'built-in' | Shelved['from']
  /** The company has set it: it cannot be changed or removed here. */
  readonly isLocked: boolean
}

type Reference = Handoff['template']

/** All templates of this browser, and which one is meant. */
export interface KnownTemplates {
  readonly all: readonly Known[]
  /** What new handoffs may start with, own templates before built-in ones: the first that applies is taken. */
  readonly offered: readonly Template[]
  /** The very version, or else the newest of that key. */
  readonly of: (reference: Reference) => Template | null
  /** The newest active version, when it is newer than this one. */
  readonly newerThan: (reference: Reference) => Template | null
  /** What a handoff was written with, or what comes closest: the same key, then the same kind. */
  readonly forHandoff: (handoff: Pick<Handoff, 'template' | 'kind'>) => Template | null
}

/** What the templates of a browser are made of. */
export interface Shelf {
  readonly builtIn: readonly Template[]
  readonly shelved: readonly Shelved[]
  /** Keys of the templates that are offered, and no others; absent: all. */
  readonly only?: readonly string[] | undefined
}

const order: readonly Known['from'][] = ['policy', 'import', 'built-in']

/** A text as a sound template; null for any other. A policy may hold anything. */
export function soundTemplate(text: string): Template | null {
  const content = templateJson(text)
  const checked = 'json' in content ? checkTemplate(content.json) : null
  return checked?.outcome === 'sound' ? checked.template : null
}

function read({ text, status, from }: Shelved): readonly Known[] {
  const checked = soundTemplate(text)
  // What an older version let in and this one does not understand stays on the shelf, unused.
  if (!checked) return []
  if (from === 'policy') return [{ template: checked, from, isLocked: true }]
  return [{ template: { ...checked, status }, from, isLocked: false }]
}

const newestFirst = (one: Template, other: Template) =>
  one.version === other.version ? 0 : isNewer(one.version, other.version) ? -1 : 1

/** The newest active version of each key. What the company has set under a key stands alone. */
function current(all: readonly Known[]): readonly Template[] {
  const byKey = Map.groupBy(all, ({ template }) => template.key)
  return [...byKey.values()].flatMap((versions) => {
    const set = versions.filter(({ from }) => from === 'policy')
    const active = (set.length > 0 ? set : versions)
      .map(({ template }) => template)
      .filter(({ status }) => status === 'active')
    return active.toSorted(newestFirst).slice(0, 1)
  })
}

/** Puts built-in templates and those on the shelf together. An own one takes the place of a built-in one of the same key and version. */
export function knownTemplates({ builtIn, shelved, only }: Shelf): KnownTemplates {
  const own = shelved.flatMap(read)
  // One version has one content on every surface: where an own template has it, that of Segue is not there.
  const isOwn = ({ key, version }: Template) =>
    own.some(({ template }) => template.key === key && template.version === version)
  const shipped = builtIn
    .filter((template) => !isOwn(template))
    .map((template): Known => ({ template, from: 'built-in', isLocked: true }))
  const all = [...own, ...shipped].toSorted(
    (one, other) => order.indexOf(one.from) - order.indexOf(other.from),
  )
  const newest = current(all)
  const versionsOf = (key: string) =>
    all.map(({ template }) => template).filter((template) => template.key === key)
  const newestOf = (key: string) => versionsOf(key).toSorted(newestFirst)[0] ?? null
  const of = ({ key, version }: Reference) => {
    const exact = versionsOf(key).find((template) => template.version === version)
    return exact ?? newest.find((template) => template.key === key) ?? newestOf(key)
  }
  return {
    all,
    offered: newest.filter(({ key }) => only === undefined || only.includes(key)),
    of,
    newerThan: ({ key, version }) =>
      newest.find((template) => template.key === key && isNewer(template.version, version)) ?? null,
    forHandoff: ({ template, kind }) =>
      of(template) ?? [...newest, ...builtIn].find((each) => each.kind === kind) ?? null,
  }
}
