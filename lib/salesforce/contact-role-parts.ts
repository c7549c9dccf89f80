import type { PlannedContactRole } from '#lib/handoff/contact-roles.ts'
import type { Plan } from '#lib/handoff/plan.ts'
import type { Part } from './composite.ts'
import { unreferenced } from './literal-text.ts'
import type { Row } from './write.ts'

type New = Exclude<PlannedContactRole, { kind: 'changed' }>
type Created = Extract<PlannedContactRole, { kind: 'created' }>

/**
 * The contacts and contact roles that a plan writes. Like tasks they have no key of ours: that they are made once
 * is the work of the log's entry, whose unique key rolls a repetition back as a whole.
 */
export function contactRoleParts({ contactRoles, opportunityId, handoff }: Plan): readonly Part[] {
  const made = contactRoles.filter((role): role is New => role.kind !== 'changed')
  const created = createdIn({ contactRoles })
  const contactId = (role: New) =>
    role.kind === 'added' ? role.contactId : `@{${contactPart(created.indexOf(role))}.id}`
  const rows = made.map((role) => rowOf(role, opportunityId, contactId(role)))
  return [
    ...created.map((role, at) => contactOf(role, at, handoff.accountId)),
    ...partsOf(rows),
    ...contactRoles.flatMap(changed),
  ]
}

/** Those of a plan's contact roles whose contact is made with them. */
export const createdIn = ({ contactRoles }: Pick<Plan, 'contactRoles'>): readonly Created[] =>
  contactRoles.filter((role): role is Created => role.kind === 'created')

function rowOf({ role, isPrimary }: New, opportunityId: string, contactId: string): Row {
  return {
    OpportunityId: opportunityId,
    ContactId: contactId,
    ...(role === '' ? {} : { Role: unreferenced(role) }),
    ...(isPrimary ? { IsPrimary: true } : {}),
  }
}

/** What the part is called that makes a contact, by its place among those that are made. */
export const contactPart = (at: number) => `contact_${at}`

/**
 * Salesforce then takes the warnings of duplicate rules as read; a rule that blocks does so all the same. A part of a
 * composite call may have any header that its resource takes, but for those of the whole call.
 * https://developer.salesforce.com/docs/platform/api-rest/guide/headers-duplicaterules.html
 */
const despiteDuplicates = { 'Sforce-Duplicate-Rule-Header': 'allowSave=true' }

function contactOf(
  { contact, isDuplicate }: Created,
  at: number,
  accountId: string | undefined,
): Part {
  const { firstName, lastName, title, email, phone } = contact
  const texts = {
    LastName: lastName,
    FirstName: firstName,
    Title: title,
    Email: email,
    Phone: phone,
  }
  const filled = Object.entries(texts).filter(([, text]) => text.trim() !== '')
  return {
    id: contactPart(at),
    method: 'POST',
    path: '/sobjects/Contact',
    ...(isDuplicate === true ? { headers: despiteDuplicates } : {}),
    body: {
      ...Object.fromEntries(filled.map(([name, text]) => [name, unreferenced(text.trim())])),
      ...(accountId === undefined ? {} : { AccountId: accountId }),
    },
  }
}

function partsOf(rows: readonly Row[]): readonly Part[] {
  return rows.map((body, at) => ({
    id: `role_${at}`,
    method: 'POST',
    path: '/sobjects/OpportunityContactRole',
    body,
  }))
}

function changed(planned: PlannedContactRole, at: number): readonly Part[] {
  if (planned.kind !== 'changed') return []
  const path = `/sobjects/OpportunityContactRole/${planned.roleId}`
  return [
    { id: `role_change_${at}`, method: 'PATCH', path, body: { Role: unreferenced(planned.role) } },
  ]
}
