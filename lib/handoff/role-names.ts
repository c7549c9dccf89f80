import type { Value } from './answer.ts'

/** Choices of a picklist field, as the org calls them in the user's language. */
type Choices = readonly { readonly value: string; readonly label: string }[] | undefined

/** Where an org keeps its contact roles. */
export const rolesPath = 'OpportunityContactRole.Role'

/** What people in the org know a contact role by; the role itself when the org does not offer it. */
export const roleName = (role: string, choices: Choices): string =>
  choices?.find(({ value }) => value === role)?.label ?? role

/** A source such as "Contact role › Champion", with the role as the org calls it. */
export const sourceName = (label: string, choices: Choices): string =>
  label.replace(/(?<=^Contact role › ).+/, (role) => roleName(role, choices))

/** A value to be read, never to be kept: its people play their part in the org's own words. */
export function withRoleNames(value: Value, choices: Choices): Value {
  const named = <Who extends { readonly role: string }>(who: Who): Who => ({
    ...who,
    role: roleName(who.role, choices),
  })
  if (value.type === 'contact') return named(value)
  return value.type === 'people' ? { ...value, rows: value.rows.map(named) } : value
}

/** A question that is read in the org's own words. */
export interface Worded {
  readonly roleNames?: Choices
}
