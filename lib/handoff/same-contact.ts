import type { Answers, Value } from './answer.ts'
import type { PlannedContactRole } from './contact-roles.ts'
import { normalised } from './placeholder.ts'
import type { Plan } from './plan.ts'

/** A contact who turned out to be somebody that was to be created. */
interface Same {
  readonly contactId: string
  /** Whether they have a part in the deal already. */
  readonly isInDeal: boolean
}

interface Named {
  readonly contactId: string
  readonly name: string
  readonly lastName?: string
}

/** The answers, with the contact wherever somebody of this name was to be created. */
export function withContact(answers: Answers, name: string, { contactId }: Same): Answers {
  const known = <Person extends Named>(person: Person): Person =>
    person.contactId === '' && normalised(person.name) === normalised(name)
      ? { ...person, contactId, lastName: '' }
      : person
  const valueWith = (value: Value): Value => {
    if (value.type === 'contact') return known(value)
    return value.type === 'people' ? { ...value, rows: value.rows.map(known) } : value
  }
  return Object.fromEntries(
    Object.entries(answers).map(([key, answer]) => [
      key,
      answer.kind === 'given' ? { ...answer, value: valueWith(answer.value) } : answer,
    ]),
  )
}

/** The plan with a contact that is there in the place of a new one. */
export function planWithContact(plan: Plan, key: string, same: Same): Plan {
  const name = plan.contactRoles.find((role) => role.key === key)?.name ?? ''
  const { packet } = plan
  return {
    ...plan,
    contactRoles: plan.contactRoles.flatMap((role) =>
      role.key === key ? asKnown(role, same) : role,
    ),
    packet: packet && { ...packet, answers: withContact(packet.answers, name, same) },
  }
}

function asKnown(role: PlannedContactRole, { contactId, isInDeal }: Same) {
  if (role.kind !== 'created') return [role]
  if (isInDeal) return []
  const { key, name, role: part, question, isPrimary } = role
  return [{ kind: 'added' as const, key, name, role: part, question, isPrimary, contactId }]
}

/** The plan with a new contact that is made although Salesforce takes it for one that is there. */
export function planWithDuplicate(plan: Plan, key: string): Plan {
  return {
    ...plan,
    contactRoles: plan.contactRoles.map((role) =>
      role.key === key && role.kind === 'created' ? { ...role, isDuplicate: true } : role,
    ),
  }
}
