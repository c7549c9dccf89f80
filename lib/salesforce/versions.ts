import * as z from 'zod/mini'
import { SalesforceError } from './salesforce-error.ts'
import { type Fetch, send } from './transport.ts'

/** The newest version of the API this product was tested with. */
const tested = 67

const versionsSchema = z
  .array(z.object({ version: z.string().check(z.regex(/^\d+\.0$/)) }))
  .check(z.minLength(1))

/** The version to speak with an org, such as `67.0`: its newest, but none newer than was tested. Needs no session. */
export async function negotiatedVersion(host: string, fetch: Fetch): Promise<string> {
  const answer = await send(host, fetch, {
    method: 'GET',
    url: `https://${host}/services/data`,
  })
  const versions = versionsSchema.safeParse(JSON.parse(answer.body))
  if (!versions.success)
    throw new SalesforceError('unreachable', 'The versions of the API could not be read.')
  const newest = Math.max(...versions.data.map(({ version }) => Number(version)))
  return `${Math.min(newest, tested)}.0`
}
