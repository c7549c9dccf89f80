import * as z from 'zod/mini'
import { offeredSchema, type Offered, type RecordsOfType } from '#lib/salesforce/offered-values.ts'
import type { Org } from '#lib/salesforce/org-host.ts'
import { SalesforceError } from '#lib/salesforce/salesforce-error.ts'
import type { Office } from './office.ts'

const DAY = 24 * 60 * 60 * 1000

const keptSchema = z.object({ offered: offeredSchema, readAt: z.string() })

/** What picklists offer for records of a type: asked of Salesforce once a day; as it was before where that fails. */
export async function offeredValues(
  office: Office,
  org: Org,
  asked: RecordsOfType,
): Promise<Offered> {
  const { cache, gateway, ports } = office
  const user = await gateway.identity(org)
  const kept = keptSchema.safeParse(await cache.read(user, about(asked))).data
  const now = ports.now()
  if (kept && Math.abs(Date.parse(now) - Date.parse(kept.readAt)) < DAY) return kept.offered
  try {
    const offered = await gateway.offered(org, asked)
    await cache.keep(user, about(asked), { value: { offered, readAt: now }, readAt: now })
    return offered
  } catch (error) {
    if (kept && error instanceof SalesforceError) return kept.offered
    throw error
  }
}

const about = ({ object, recordTypeId }: RecordsOfType) => `offered:${object}:${recordTypeId}`
