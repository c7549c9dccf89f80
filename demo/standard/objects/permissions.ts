import { field, lookup, readOnly } from '../../schema/field.ts'
import { auditFields, identityFields, object, DERIVED_ONLY } from '../../schema/object.ts'
import type { StandardObject } from '../standard-object.ts'

const REQUIRED = { nillable: false }

const profile: StandardObject = {
  describe: object({
    name: 'Profile',
    keyPrefix: '00e',
    flags: DERIVED_ONLY,
    fields: [
      ...identityFields('Profile').filter(({ name }) => name === 'Id'),
      readOnly('Name', 'string', { ...REQUIRED, nameField: true }),
      lookup('UserLicenseId', ['UserLicense'], { createable: false, updateable: false }),
      readOnly('UserType', 'picklist', { length: 40 }),
      ...auditFields(),
      readOnly('Description', 'string'),
    ],
  }),
}

const permissionSet: StandardObject = {
  describe: object({
    name: 'PermissionSet',
    keyPrefix: '0PS',
    flags: { layoutable: false },
    fields: [
      ...identityFields('Permission Set').filter(({ name }) => name === 'Id'),
      field('Name', 'string', { ...REQUIRED, length: 80, nameField: true }),
      field('Label', 'string', { ...REQUIRED, length: 80 }),
      field('Description', 'string'),
      lookup('ProfileId', ['Profile'], { createable: false, updateable: false }),
      readOnly('IsOwnedByProfile', 'boolean'),
      readOnly('IsCustom', 'boolean'),
      readOnly('NamespacePrefix', 'string', { length: 15 }),
      readOnly('Type', 'picklist', { length: 40 }),
      ...auditFields(),
    ],
  }),
}

const permissionSetAssignment: StandardObject = {
  children: {
    PermissionSetId: 'Assignments',
    AssigneeId: 'PermissionSetAssignments',
  },
  describe: object({
    name: 'PermissionSetAssignment',
    keyPrefix: '0Pa',
    flags: { updateable: false, layoutable: false },
    fields: [
      ...identityFields('PermissionSetAssignment').filter(({ name }) => name === 'Id'),
      lookup('PermissionSetId', ['PermissionSet'], {
        ...REQUIRED,
        updateable: false,
        cascadeDelete: true,
      }),
      lookup('PermissionSetGroupId', ['PermissionSetGroup'], { updateable: false }),
      lookup('AssigneeId', ['User'], { ...REQUIRED, updateable: false, cascadeDelete: true }),
      field('ExpirationDate', 'datetime'),
      readOnly('IsActive', 'boolean'),
      readOnly('SystemModstamp', 'datetime', { ...REQUIRED, defaultedOnCreate: true }),
    ],
  }),
}

const userRecordAccess: StandardObject = {
  describe: object({
    name: 'UserRecordAccess',
    label: 'User Record Access',
    labelPlural: 'User Record Access',
    keyPrefix: null,
    flags: { ...DERIVED_ONLY, retrieveable: false, replicateable: false },
    fields: [
      ...identityFields('User Record Access').filter(({ name }) => name === 'Id'),
      lookup('UserId', ['User'], { createable: false, updateable: false, relationshipName: null }),
      readOnly('RecordId', 'reference', { length: 18 }),
      readOnly('HasReadAccess', 'boolean'),
      readOnly('HasEditAccess', 'boolean'),
      readOnly('HasDeleteAccess', 'boolean'),
      readOnly('HasTransferAccess', 'boolean'),
      readOnly('HasAllAccess', 'boolean'),
      readOnly('MaxAccessLevel', 'picklist', { length: 40 }),
    ],
  }),
}

/** Profiles, permission sets and the pre-flight check of access. */
export const permissions: readonly StandardObject[] = [
  profile,
  permissionSet,
  permissionSetAssignment,
  userRecordAccess,
]
