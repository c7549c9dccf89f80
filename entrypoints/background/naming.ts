import * as z from 'zod/mini'
import { namespaceSchema, type NameSettings, nameSettingsSchema } from '#lib/salesforce/names.ts'
import type { Org } from '#lib/salesforce/org-host.ts'
import type { NamesRule, OrgNames } from '#lib/salesforce/org-names.ts'
import type { Company } from './company.ts'
import type { WorkerPorts } from './ports.ts'

/** How our objects are called in each org: as the company says, else as the user does, else as they were found. */
export interface Naming extends OrgNames {
  readonly rule: (org: Org) => Promise<NamesRule>
  /** What the user says; null: nothing any more. */
  readonly choose: (org: Org, names: NameSettings | null) => Promise<void>
}

const keptSchema = z.object({ by: z.enum(['user', 'package']), names: nameSettingsSchema })

const kept = ({ apiHost }: Org) => `names:${apiHost}`

export function createNaming(
  { settings }: Pick<WorkerPorts, 'settings'>,
  company: Company,
): Naming {
  const rule = async (org: Org): Promise<NamesRule> => {
    const { objectNames } = await company.policy()
    const decided = objectNames.find(({ host }) => host.toLowerCase() === org.apiHost)
    if (!decided) return keptSchema.safeParse(await settings.get(kept(org))).data ?? asDeployed
    const { host: _, ...names } = decided
    return { by: 'company', names }
  }
  return {
    rule,
    of: async (org) => (await rule(org)).names,
    found: async (org, namespace) => {
      const { by } = await rule(org)
      if (by === 'company' || by === 'user') return false
      const names = namespace === '' ? {} : { namespace: namespaceSchema.parse(namespace) }
      await settings.set(kept(org), { by: 'package', names })
      return true
    },
    choose: (org, names) =>
      names ? settings.set(kept(org), { by: 'user', names }) : settings.remove(kept(org)),
  }
}

const asDeployed: NamesRule = { by: 'nobody', names: {} }
