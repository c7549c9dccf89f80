import * as z from 'zod/mini'
import type { Deal } from '#lib/handoff/deal.ts'
import type { Shape, Shapes } from './describe.ts'

/** What this user may do to the people of a deal. */
export const peopleRightsSchema = z.object({
  addRole: z.boolean(),
  changeRole: z.boolean(),
  createContact: z.boolean(),
  roles: z.array(z.string()),
  /** Fields of a new contact that this user may fill. */
  contactFields: z.array(z.string()),
  /** What a new contact needs besides that cannot be given here, in the org's words. */
  contactNeeds: z.array(z.string()),
})

const ours: readonly string[] = ['LastName', 'FirstName', 'Title', 'Email', 'Phone']
const given: ReadonlySet<string> = new Set([...ours, 'AccountId'])

/**
 * What describe says of it; an object or field that is hidden may not be written. Contact roles belong to the
 * opportunity: who may not edit that writes none. A person account is its only contact, and takes no other.
 */
export function peopleRightsIn(shapes: Shapes, { fields }: Pick<Deal, 'fields'>, mayEdit: boolean) {
  const { OpportunityContactRole: role, Contact: contact } = shapes
  const addRole = mayEdit && role?.createable === true
  const { changeRole, roles } = roleChoices(role)
  const { mayCreate, ...about } = newContacts(contact)
  const createContact = addRole && mayCreate && fields['Account.IsPersonAccount'] !== true
  return { addRole, changeRole: mayEdit && changeRole, roles, createContact, ...about }
}

function roleChoices(shape: Shape | undefined) {
  const field = shape?.fields['Role']
  const changeRole = shape?.updateable === true && field?.updateable === true
  const options = field?.createable ? field.options : []
  return { changeRole, roles: options.map(({ value }) => value) }
}

function newContacts(shape: Shape | undefined) {
  const fields = shape?.fields ?? {}
  const contactFields = ours.filter((name) => fields[name]?.createable)
  const needs = Object.entries(fields).filter(
    ([name, { required }]) => required && !given.has(name),
  )
  const isOpen = shape?.createable === true && contactFields.includes('LastName')
  return {
    mayCreate: isOpen && needs.length === 0,
    contactFields,
    contactNeeds: needs.map(([, { label }]) => label),
  }
}
