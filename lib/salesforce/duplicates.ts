import * as z from 'zod/mini'
import type { PlannedContactRole } from '#lib/handoff/contact-roles.ts'
import type { Plan } from '#lib/handoff/plan.ts'
import { contactPart, createdIn } from './contact-role-parts.ts'
import { contactsWhere, type FoundContact } from './contacts.ts'
import type { Shapes } from './describe.ts'
import { idAt } from './record.ts'
import { rowsFor } from './rows-for.ts'
import { SalesforceError } from './salesforce-error.ts'
import type { SignedIn } from './signed-in.ts'
import { fragment, soql } from './soql.ts'
import type { Lookalike } from './trouble.ts'

const resultSchema = z.object({
  allowSave: z.prefault(z.boolean(), false),
  matchResults: z.array(
    z.object({ matchRecords: z.array(z.object({ record: z.object({ Id: z.string() }) })) }),
  ),
})
const refusalsSchema = z.array(z.object({ duplicateResult: resultSchema }))

type Results = readonly z.infer<typeof resultSchema>[]

/** What duplicate rules have found; of other refusals nothing. */
const resultsIn = (body: unknown): Results =>
  (refusalsSchema.safeParse(body).data ?? []).map(({ duplicateResult }) => duplicateResult)

const idsIn = (results: Results): readonly string[] =>
  results
    .flatMap(({ matchResults }) => matchResults)
    .flatMap(({ matchRecords }) => matchRecords.map(({ record }) => record.Id))
    .filter((id) => id.startsWith('003'))

interface Refused {
  /** The part that was refused. */
  readonly id: string
  readonly error: SalesforceError
  readonly body: unknown
  readonly plan: Plan
}

/** Salesforce asks to use "one of these records" and tells only their ids: the error, with whom of them the user may see. */
export async function withDuplicates(
  user: SignedIn,
  shapes: Shapes,
  { id, error, body, plan }: Refused,
): Promise<SalesforceError> {
  const results = resultsIn(body)
  const ids = idsIn(results)
  if (ids.length === 0) return error
  // Without their names the refusal still stands.
  const contacts = await contactsWhere(user, shapes, fragment`Id IN ${ids}`).catch(() => [])
  const names = contacts.map((one) => joined([one.name, noteOf(one)]))
  const { kind, code, cause } = error
  const message = [error.message, names.join('; ')].join(' ').trim()
  const role = createdIn(plan).find((_, at) => contactPart(at) === id)
  const duplicates = role && {
    ...aboutRole(role),
    words: error.message,
    found: await lookalikes(user, plan, contacts),
    maySave: results.every(({ allowSave }) => allowSave),
  }
  return new SalesforceError(kind, message, { code, fields: ['Name'], duplicates, cause })
}

const aboutRole = ({ key, name }: PlannedContactRole) => ({ role: key, name })

const joined = (parts: readonly string[]) => parts.filter((part) => part !== '').join(', ')

const noteOf = ({ title, email, accountName }: FoundContact) => joined([title, email, accountName])

async function lookalikes(
  user: SignedIn,
  { opportunityId }: Plan,
  contacts: readonly FoundContact[],
): Promise<Lookalike[]> {
  const ids = contacts.map(({ contactId }) => contactId)
  const inDeal = ids.length === 0 ? [] : await partners(user, opportunityId, ids)
  return contacts.map((one) => ({
    contactId: one.contactId,
    name: one.name,
    note: noteOf(one),
    isInDeal: inDeal.includes(one.contactId),
  }))
}

/** Those of the contacts who have a part in the deal already: they need no second one. */
async function partners(
  user: SignedIn,
  opportunityId: string,
  ids: readonly string[],
): Promise<readonly string[]> {
  const query = soql`SELECT ContactId FROM OpportunityContactRole
    WHERE OpportunityId = ${opportunityId} AND ContactId IN ${ids}`
  const rows = await rowsFor(user, query).catch(() => [])
  return rows.map((row) => idAt(row, 'ContactId'))
}
