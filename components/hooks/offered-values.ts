import type { Deal } from '#lib/handoff/deal.ts'
import { ask, keys, queries } from './segue.ts'

/** What a picklist field offers for the record type of its record; undefined where that is not known. */
export async function offeredFor(
  { fields }: Deal,
  path: string,
): Promise<readonly string[] | undefined> {
  const [object = '', field = ''] = path.split('.')
  const recordTypeId = fields[`${object}.RecordTypeId`]
  if (typeof recordTypeId !== 'string') return undefined
  const offered = await queries.fetchQuery({
    queryKey: keys.offered(object, recordTypeId),
    queryFn: () => ask('context.offered', { object, recordTypeId }),
  })
  return offered.outcome === 'ok' ? offered.value[field] : undefined
}
