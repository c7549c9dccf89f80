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
  const created = made.filter((role): role is Created => role.kind === 'created')
  const contactId = (role: New) =>
    role.kind === 'added' ? role.contactId : `@{${contactPart(created.indexOf(role))}.id}`
  const rows = made.map((role) => rowOf(role, opportunityId, contactId(role)))
  return [
    ...created.map((role, at) => contactOf(role, at, handoff.accountId)),
    ...partsOf(rows),
    ...contactRoles.flatMap(changed),
  ]
}

function rowOf({ role, isPrimary }: New, opportunityId: string, contactId: string): Row {
  return {
    OpportunityId: opportunityId,
    ContactId: contactId,
    ...(role === '' ? {} : { Role: unreferenced(role) }),
    ...(isPrimary ? { IsPrimary: true } : {}),
  }
}

const contactPart = (at: number) => `contact_${at}`

function contactOf({ contact }: Created, at: number, accountId: string | undefined): Part {
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
