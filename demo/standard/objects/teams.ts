import { field, lookup, picklist, readOnly } from '../../schema/field.ts'
import { auditFields, identityFields, object } from '../../schema/object.ts'
import type { StandardObject } from '../standard-object.ts'

const REQUIRED = { nillable: false }
const ONCE = { updateable: false }
const ACCESS = ['None', 'Read', 'Edit', 'All'] as const
const ROLES = [
  'Account Manager',
  'Channel Manager',
  'Customer Success Manager',
  'Executive Sponsor',
  'Lead Qualifier',
  'Pre-Sales Consultant',
  'Sales Manager',
  'Sales Rep',
] as const

function accessField(name: string) {
  return picklist(name, ACCESS, { restrictedPicklist: true })
}

const opportunityTeamMember: StandardObject = {
  needs: 'teamSelling',
  children: { OpportunityId: 'OpportunityTeamMembers', UserId: 'OpportunityTeams' },
  describe: object({
    name: 'OpportunityTeamMember',
    keyPrefix: '00q',
    flags: { undeletable: false },
    fields: [
      ...identityFields('Team Member'),
      lookup('OpportunityId', ['Opportunity'], { ...REQUIRED, ...ONCE, cascadeDelete: true }),
      lookup('UserId', ['User'], { ...REQUIRED, ...ONCE, cascadeDelete: true }),
      readOnly('Name', 'string', { length: 361, nameField: true }),
      readOnly('PhotoUrl', 'url'),
      readOnly('Title', 'string', { length: 80 }),
      picklist('TeamMemberRole', ROLES, { length: 40 }),
      picklist('OpportunityAccessLevel', ['Read', 'Edit', 'All'], {
        restrictedPicklist: true,
        createable: false,
        defaultedOnCreate: true,
      }),
      ...auditFields(),
    ],
  }),
}

const accountTeamMember: StandardObject = {
  needs: 'accountTeams',
  children: { AccountId: 'AccountTeamMembers', UserId: 'AccountTeams' },
  describe: object({
    name: 'AccountTeamMember',
    keyPrefix: '01M',
    flags: { undeletable: false },
    fields: [
      ...identityFields('Team Member'),
      lookup('AccountId', ['Account'], { ...REQUIRED, ...ONCE, cascadeDelete: true }),
      lookup('UserId', ['User'], { ...REQUIRED, ...ONCE, cascadeDelete: true }),
      picklist('TeamMemberRole', ROLES, { length: 40 }),
      readOnly('PhotoUrl', 'url'),
      readOnly('Title', 'string', { length: 80 }),
      accessField('AccountAccessLevel'),
      accessField('OpportunityAccessLevel'),
      accessField('CaseAccessLevel'),
      accessField('ContactAccessLevel'),
      ...auditFields(),
    ],
  }),
}

const userTeamMember: StandardObject = {
  needs: 'teamSelling',
  describe: object({
    name: 'UserTeamMember',
    keyPrefix: '01D',
    fields: [
      ...identityFields('User Team Member').filter(({ name }) => name === 'Id'),
      lookup('OwnerId', ['User'], { ...REQUIRED, ...ONCE }),
      lookup('UserId', ['User'], { ...REQUIRED, ...ONCE }),
      picklist('TeamMemberRole', ROLES, { length: 40 }),
      accessField('OpportunityAccessLevel'),
      ...auditFields(),
    ],
  }),
}

/** A sharing table: who may do what to one record, and why. */
function shareObject(parent: string, keyPrefix: string, levels: readonly string[]): StandardObject {
  const parentField = lookup(`${parent}Id`, [parent], {
    ...REQUIRED,
    ...ONCE,
    cascadeDelete: true,
  })
  return {
    children: { [parentField.name]: 'Shares' },
    describe: object({
      name: `${parent}Share`,
      keyPrefix,
      flags: { undeletable: false, layoutable: false },
      fields: [
        ...identityFields('Share').filter(({ name }) => name === 'Id'),
        parentField,
        lookup('UserOrGroupId', ['Group', 'User'], { ...REQUIRED, ...ONCE }),
        ...levels.map((level) => ({ ...accessField(level), nillable: false })),
        picklist('RowCause', ['Owner', 'Manual', 'Rule', 'Team', 'ImplicitChild'], {
          ...ONCE,
          defaultedOnCreate: true,
          restrictedPicklist: true,
        }),
        field('LastModifiedDate', 'datetime', { createable: false, updateable: false }),
        lookup('LastModifiedById', ['User'], { createable: false, updateable: false }),
        readOnly('IsDeleted', 'boolean'),
      ],
    }),
  }
}

/** Teams and the sharing tables they act on. */
export const teams: readonly StandardObject[] = [
  opportunityTeamMember,
  accountTeamMember,
  userTeamMember,
  shareObject('Opportunity', '00t', ['OpportunityAccessLevel']),
  shareObject('Account', '00r', [
    'AccountAccessLevel',
    'OpportunityAccessLevel',
    'CaseAccessLevel',
    'ContactAccessLevel',
  ]),
  shareObject('Contact', '03s', ['ContactAccessLevel']),
  shareObject('Lead', '01o', ['LeadAccessLevel']),
  shareObject('Case', '01n', ['CaseAccessLevel']),
]
