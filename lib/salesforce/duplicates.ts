import * as z from 'zod/mini'
import { contactsWhere } from './contacts.ts'
import type { Shapes } from './describe.ts'
import { SalesforceError } from './salesforce-error.ts'
import type { SignedIn } from './signed-in.ts'
import { fragment } from './soql.ts'

const resultSchema = z.object({
  matchResults: z.array(
    z.object({ matchRecords: z.array(z.object({ record: z.object({ Id: z.string() }) })) }),
  ),
})
const refusalsSchema = z.array(z.object({ duplicateResult: resultSchema }))

/** The records that a duplicate rule has found; of other refusals none. */
function foundIn(body: unknown): readonly string[] {
  const refusals = refusalsSchema.safeParse(body).data ?? []
  return refusals
    .flatMap(({ duplicateResult }) => duplicateResult.matchResults)
    .flatMap(({ matchRecords }) => matchRecords.map(({ record }) => record.Id))
}

/** Salesforce asks to use "one of these records" and tells only their ids: the error, with whom of them the user may see. */
export async function withDuplicates(
  user: SignedIn,
  shapes: Shapes,
  { error, body }: { readonly error: SalesforceError; readonly body: unknown },
): Promise<SalesforceError> {
  const ids = foundIn(body).filter((id) => id.startsWith('003'))
  if (ids.length === 0) return error
  // Without their names the refusal still stands.
  const found = await contactsWhere(user, shapes, fragment`Id IN ${ids}`).catch(() => [])
  const names = found.map(({ name, title, email, accountName }) =>
    [name, title, email, accountName].filter((part) => part !== '').join(', '),
  )
  const { kind, code, cause } = error
  const message = [error.message, names.join('; ')].join(' ').trim()
  return new SalesforceError(kind, message, { code, fields: ['Name'], cause })
}
