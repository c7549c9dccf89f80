import * as z from 'zod/mini'
import type { GatewayPorts } from './gateway.ts'
import { type Names, namesIn, type NameSettings, nameSettingsSchema } from './names.ts'
import type { Org } from './org-host.ts'
import { SalesforceError } from './salesforce-error.ts'

/** How our objects are called in an org, and who says so. */
export const namesRuleSchema = z.object({
  /** `package`: the package was found under a namespace. `nobody`: they are called as they are deployed. */
  by: z.enum(['company', 'user', 'package', 'nobody']),
  names: nameSettingsSchema,
})
export type NamesRule = z.infer<typeof namesRuleSchema>

/** How our objects are called in each org. */
export interface OrgNames {
  readonly of: (org: Org) => Promise<NameSettings>
  /** Takes the namespace under which the package was found; false when somebody has decided on the names. */
  readonly found: (org: Org, namespace: string) => Promise<boolean>
}

/** What work in one org is done with. */
export interface WorkPorts extends Omit<GatewayPorts, 'names'> {
  readonly names: Names
}

/** Works under the names of an org; where the package turns out to have a namespace, once more under that. */
export async function underNames<Result>(
  org: Org,
  ports: GatewayPorts,
  work: (ports: WorkPorts) => Promise<Result>,
): Promise<Result> {
  const named = async () => work({ ...ports, names: namesIn(await ports.names.of(org)) })
  try {
    return await named()
  } catch (error) {
    const namespace = error instanceof SalesforceError ? error.namespace : undefined
    if (namespace === undefined || !(await ports.names.found(org, namespace))) throw error
    return named()
  }
}
