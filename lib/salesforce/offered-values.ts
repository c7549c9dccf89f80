import * as z from 'zod/mini'
import { SalesforceError } from './salesforce-error.ts'
import type { SignedIn } from './signed-in.ts'

/** Records of one object and record type. */
export interface RecordsOfType {
  readonly object: string
  readonly recordTypeId: string
}

/** Values that records of a type may choose from, by field. */
export const offeredSchema = z.record(z.string(), z.array(z.string()))
export type Offered = z.infer<typeof offeredSchema>

const answerSchema = z.object({
  picklistFieldValues: z.record(
    z.string(),
    z.object({ values: z.array(z.object({ value: z.string() })) }),
  ),
})

/**
 * What the picklists of an object offer for records of a type, in one call; describe tells what they hold at all.
 * https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_resources_picklist_values_collection.htm
 */
export async function readOffered(
  { connection }: SignedIn,
  { object, recordTypeId }: RecordsOfType,
): Promise<Offered> {
  const path = `/ui-api/object-info/${object}/picklist-values/${recordTypeId}`
  const answer = answerSchema.safeParse(await connection.call({ method: 'GET', path }))
  if (!answer.success)
    throw new SalesforceError('unknown', 'The answer of Salesforce could not be understood.')
  return Object.fromEntries(
    Object.entries(answer.data.picklistFieldValues).map(([field, { values }]) => [
      field,
      values.map(({ value }) => value),
    ]),
  )
}
