import * as z from 'zod/mini'
import type { Mapping } from '#lib/handoff/mapped.ts'
import {
  type KnownTemplates,
  knownTemplates,
  type Shelved,
  shelvedSchema,
  soundTemplate,
} from '#lib/handoff/shelf.ts'
import type { Template } from '#lib/handoff/template.ts'
import type { Policy } from '#lib/policy/policy.ts'
import { keptTemplates } from './company-templates.ts'
import type { Company } from './company.ts'
import type { WorkerPorts } from './ports.ts'

type Ports = Pick<WorkerPorts, 'settings' | 'now' | 'builtInTemplates'>

type Reference = Pick<Template, 'key' | 'version'>

const place = 'templates'
const mappingOf = (orgId: string) => `mapping:${orgId}`

const shelfSchema = z.array(shelvedSchema)

const mappingSchema = z.record(z.string(), z.union([z.string(), z.null()]))

/** The templates of this browser profile: those that come with Segue, those of the company, and those on its own shelf. */
export function createTemplateShelf(ports: Ports, company: Pick<Company, 'policy'>) {
  const memory: { policy: string; known: KnownTemplates | null } = { policy: '', known: null }
  const known = async (): Promise<KnownTemplates> => {
    const { templates, lockedTemplates: only } = await company.policy()
    const texts = await textsOf(templates, ports)
    // The company may change its mind while the browser runs.
    const policy = JSON.stringify([texts, only])
    if (memory.known && memory.policy === policy) return memory.known
    const shelved = await onShelf(texts, ports)
    memory.known = knownTemplates({ builtIn: await ports.builtInTemplates(), shelved, only })
    memory.policy = policy
    return memory.known
  }
  let turn: Promise<unknown> = Promise.resolve()
  /** One change after the other, so that none is lost. */
  const change = (made: (shelved: Shelved[]) => Shelved[]): Promise<void> => {
    const before = turn
    const make = async () => {
      await before
      await ports.settings.set(place, made(await read(ports)))
      memory.known = null
    }
    const done = make()
    turn = done.catch(() => undefined)
    return done
  }
  return {
    known,
    /** Those that do not come with Segue, without reading those that do. */
    own: () => ownOf(ports, company),
    /** The addresses of the company's policy that have not given what they should, and the beginnings of what is no template. */
    missing: async () => {
      const { templates } = await company.policy()
      const kept = await keptTemplates(ports)
      return templates.flatMap((set) => {
        if ('url' in set) return kept[set.url]?.missed === false ? [] : [set.url]
        return soundTemplate(set.template) ? [] : [set.template.slice(0, 60)]
      })
    },
    /** What was imported, in that order. */
    shelved: () => read(ports),
    /** What was put there meanwhile, by another press or from another page, is not put there twice. */
    add: (text: string, status: Shelved['status']) =>
      change((shelved) =>
        shelved.some((row) => row.text === text)
          ? shelved
          : [...shelved, { text, status, from: 'import', at: ports.now() }],
      ),
    /** Replaces the imported row with this text, or takes it away (null). */
    replace: (text: string, by: Shelved['status'] | null) =>
      change((shelved) => replaced(shelved, text, by)),
    mapping: async (orgId: string): Promise<Mapping> =>
      mappingSchema.safeParse(await ports.settings.get(mappingOf(orgId))).data ?? {},
    setMapping: (orgId: string, mapping: Mapping) => ports.settings.set(mappingOf(orgId), mapping),
  }
}
export type TemplateShelf = ReturnType<typeof createTemplateShelf>

async function read({ settings }: Ports): Promise<Shelved[]> {
  return shelfSchema.safeParse(await settings.get(place)).data ?? []
}

async function ownOf(ports: Ports, company: Pick<Company, 'policy'>): Promise<Reference[]> {
  const texts = await textsOf((await company.policy()).templates, ports)
  const { all } = knownTemplates({ builtIn: [], shelved: await onShelf(texts, ports) })
  return all.map(({ template: { key, version } }) => ({ key, version }))
}

/** The company's texts, and then what was imported. */
async function onShelf(texts: readonly string[], ports: Ports): Promise<Shelved[]> {
  return [...texts.map((text) => setBy(text, ports.now())), ...(await read(ports))]
}

/** The templates of the company's policy: those that it holds whole, and those that its addresses have given. */
async function textsOf(templates: Policy['templates'], ports: Ports): Promise<readonly string[]> {
  const kept = templates.some((set) => 'url' in set) ? await keptTemplates(ports) : {}
  return templates.map((set) => ('url' in set ? (kept[set.url]?.text ?? '') : set.template))
}

const setBy = (text: string, at: string): Shelved => ({
  text,
  status: 'active',
  from: 'policy',
  at,
})

function replaced(shelved: Shelved[], text: string, by: Shelved['status'] | null): Shelved[] {
  return shelved.flatMap((row): Shelved[] => {
    if (row.from !== 'import' || row.text !== text) return [row]
    return by === null ? [] : [{ ...row, status: by }]
  })
}
