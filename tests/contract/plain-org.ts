import type { OrgSeedInput } from '#demo/org/seed.ts'

/** The administrator of the plain org. */
export const admin = {
  id: '005Hu00000AdminIAB',
  username: 'admin@plain.example',
  name: 'Ada Admin',
  email: 'admin@plain.example',
  isAdmin: true,
  timeZone: 'UTC',
}

/** An org as Salesforce hands it out: nothing of ours deployed, and only the records given. */
export function plainOrg(records: OrgSeedInput['records'] = {}): OrgSeedInput {
  return {
    org: {
      name: 'Plain',
      myDomain: 'plain',
      apiVersion: '67.0',
      timeZone: 'UTC',
      users: [admin],
      switches: { packageInstalled: false },
    },
    records,
  }
}
