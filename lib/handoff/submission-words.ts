import type { PlannedContactRole } from './contact-roles.ts'
import type { Deal } from './deal.ts'
import type { FieldChange, Plan } from './plan.ts'
import type { FieldValue, Person } from './primitives.ts'

/** What a field holds, in a few words. */
export const shown = (value: FieldValue): string => {
  if (value === null || value === '') return 'empty'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  const text = String(value)
  return `“${text.length > 80 ? `${text.slice(0, 79)}…` : text}”`
}

/** One field change as a sentence. */
export function changeInWords({
  label,
  before,
  after,
}: Pick<FieldChange, 'label' | 'before' | 'after'>): string {
  return `${label} changes from ${shown(before)} to ${shown(after)}.`
}

const promises = (count: number) =>
  count === 0
    ? []
    : [`${count === 1 ? 'One promise is' : `${count} promises are`} entered in the ledger.`]

function changesInWords(changed: readonly string[]): string {
  if (changed.length === 0) return 'No answer has changed since it was sent.'
  const count = changed.length === 1 ? 'One answer has' : `${changed.length} answers have`
  return `${count} changed since it was sent: ${changed.join('; ')}. The others stay as they are.`
}

const asRole = (role: string) => (role === '' ? '' : ` as “${role}”`)
const asItIs = (role: string) => role

/** One contact role as a sentence, with its roles as `nameOf` calls them. */
export function roleInWords(
  planned: PlannedContactRole,
  accountName: string,
  nameOf: (role: string) => string = asItIs,
): string {
  const { name } = planned
  const role = nameOf(planned.role)
  switch (planned.kind) {
    case 'added':
      return `${name} is added to the deal’s contact roles${asRole(role)}.`
    case 'created':
      return `${name} becomes a contact${accountName && ` of ${accountName}`}, and a contact role of the deal${asRole(role)}.`
    case 'changed':
      return `The contact role of ${name} changes from ${shown(nameOf(planned.before))} to ${shown(role)}.`
  }
}

interface Submitted {
  readonly deal: Pick<Deal, 'accountName'>
  readonly recipient: Person
  /** What the questions are called whose answers have changed since it was sent; null when it was never sent. */
  readonly changed: readonly string[] | null
  readonly previous?: { readonly name: string } | undefined
}

/** What a submission does, each in one sentence. */
export function submissionInWords(
  plan: Omit<Plan, 'inWords'>,
  { recipient, changed, previous, deal }: Submitted,
): string[] {
  const made =
    changed === null
      ? `A handoff to ${recipient.name} is created, with its summary and answers.`
      : `The handoff goes to ${recipient.name} again.`
  return [
    made,
    ...(changed === null ? [] : [changesInWords(changed)]),
    ...(previous ? [`It follows on ${previous.name}.`] : []),
    ...plan.fieldChanges.map(changeInWords),
    ...plan.contactRoles.map((role) => roleInWords(role, deal.accountName)),
    ...promises(plan.commitments.length),
    `${recipient.name} may read and edit the handoff.`,
    'The opportunity shows that a handoff is submitted. Its owner does not change.',
  ]
}
