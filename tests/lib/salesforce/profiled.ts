import type { OrgSeedInput } from '#demo/org/seed.ts'

const sold = ['Account', 'Case', 'Contact', 'Contract', 'Lead', 'Opportunity', 'Product2']
const all = { allowRead: true, allowCreate: true, allowEdit: true, allowDelete: true }

/** The org in which everybody who hands over, or only `whom`, has a profile that hides some fields, and some objects as a whole. */
export function profiled(
  seed: OrgSeedInput,
  hidden: {
    readonly fields?: readonly string[]
    readonly objects?: readonly string[]
    readonly whom?: string
  },
): OrgSeedInput {
  const { fields = [], objects = [], whom } = hidden
  const profile = {
    name: 'Sales',
    objectPermissions: sold
      .filter((object) => !objects.includes(object))
      .map((object) => Object.assign({ object }, all)),
    fieldPermissions: fields.map((field) => ({ field, readable: false, editable: false })),
  }
  const users = seed.org.users?.map((user) =>
    user.profile === 'System Administrator' || (whom ?? user.id) !== user.id
      ? user
      : Object.assign(user, { profile: 'Sales' }),
  )
  return { ...seed, org: { ...seed.org, ...(users && { users }), profiles: [profile] } }
}
