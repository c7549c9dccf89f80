import { field, lookup, picklist, readOnly } from '../../schema/field.ts'
import { auditFields, identityFields, object, viewedFields } from '../../schema/object.ts'
import type { StandardObject } from '../standard-object.ts'

const REQUIRED = { nillable: false }

const user: StandardObject = {
  children: { ManagerId: 'ManagedUsers', UserRoleId: 'Users', ProfileId: 'Users' },
  describe: object({
    name: 'User',
    label: 'User',
    keyPrefix: '005',
    flags: {
      deletable: false,
      undeletable: false,
      searchable: true,
      feedEnabled: true,
      mruEnabled: true,
    },
    fields: [
      ...identityFields('User').filter(({ name }) => name === 'Id'),
      field('Username', 'string', { ...REQUIRED, length: 80, unique: true, idLookup: true }),
      field('LastName', 'string', { ...REQUIRED, length: 80 }),
      field('FirstName', 'string', { length: 40 }),
      readOnly('Name', 'string', { ...REQUIRED, length: 121, nameField: true, label: 'Full Name' }),
      field('CompanyName', 'string', { length: 80 }),
      field('Division', 'string', { length: 80 }),
      field('Department', 'string', { length: 80 }),
      field('Title', 'string', { length: 80 }),
      field('Street', 'textarea', { length: 255 }),
      field('City', 'string', { length: 40 }),
      field('State', 'string', { length: 80 }),
      field('PostalCode', 'string', { length: 20 }),
      field('Country', 'string', { length: 80 }),
      field('Email', 'email', { ...REQUIRED, length: 128, idLookup: true }),
      field('SenderEmail', 'email'),
      field('SenderName', 'string', { length: 80 }),
      field('Signature', 'textarea', { length: 1333 }),
      field('Phone', 'phone'),
      field('Fax', 'phone'),
      field('MobilePhone', 'phone'),
      field('Extension', 'phone'),
      field('Alias', 'string', { ...REQUIRED, length: 8, defaultedOnCreate: true }),
      field('CommunityNickname', 'string', { ...REQUIRED, length: 40, defaultedOnCreate: true }),
      readOnly('BadgeText', 'string', { length: 80 }),
      field('IsActive', 'boolean', { label: 'Active', defaultValue: true }),
      field('TimeZoneSidKey', 'picklist', { ...REQUIRED, length: 40, defaultedOnCreate: true }),
      lookup('UserRoleId', ['UserRole'], { label: 'Role ID' }),
      field('LocaleSidKey', 'picklist', { ...REQUIRED, length: 40, defaultedOnCreate: true }),
      field('ReceivesInfoEmails', 'boolean'),
      field('ReceivesAdminInfoEmails', 'boolean'),
      field('EmailEncodingKey', 'picklist', { ...REQUIRED, length: 40, defaultedOnCreate: true }),
      lookup('ProfileId', ['Profile'], { ...REQUIRED, defaultedOnCreate: true }),
      picklist('UserType', ['*Standard', 'PowerPartner', 'CsnOnly', 'AutomatedProcess'], {
        createable: false,
        updateable: false,
        restrictedPicklist: true,
      }),
      field('LanguageLocaleKey', 'picklist', { ...REQUIRED, length: 40, defaultedOnCreate: true }),
      field('EmployeeNumber', 'string', { length: 20 }),
      lookup('DelegatedApproverId', ['Group', 'User'], { relationshipName: null }),
      lookup('ManagerId', ['User']),
      readOnly('LastLoginDate', 'datetime'),
      ...auditFields(),
      readOnly('OfflineTrialExpirationDate', 'datetime'),
      field('UserPermissionsMarketingUser', 'boolean'),
      field('ForecastEnabled', 'boolean', { label: 'Allow Forecasting' }),
      field('FederationIdentifier', 'string', { length: 512, unique: true }),
      field('AboutMe', 'textarea', { length: 1000 }),
      readOnly('FullPhotoUrl', 'url', { length: 1024 }),
      readOnly('SmallPhotoUrl', 'url', { length: 1024 }),
      readOnly('MediumPhotoUrl', 'url', { length: 1024 }),
      readOnly('IsExtIndicatorVisible', 'boolean'),
      field('DigestFrequency', 'picklist', { ...REQUIRED, length: 40, defaultedOnCreate: true }),
      ...viewedFields(),
    ],
  }),
}

const userRole: StandardObject = {
  describe: object({
    name: 'UserRole',
    label: 'Role',
    labelPlural: 'Role',
    keyPrefix: '00E',
    flags: { layoutable: false, searchable: true, triggerable: false, undeletable: false },
    fields: [
      ...identityFields('Role').filter(({ name }) => name === 'Id'),
      field('Name', 'string', { ...REQUIRED, length: 80, nameField: true }),
      lookup('ParentRoleId', ['UserRole'], { relationshipName: null }),
      field('RollupDescription', 'string', { length: 80 }),
      picklist('OpportunityAccessForAccountOwner', ['None', 'Read', '*Edit'], {
        ...REQUIRED,
        defaultedOnCreate: true,
      }),
      field('DeveloperName', 'string', { length: 80, defaultedOnCreate: true }),
      ...auditFields(),
    ],
  }),
}

const group: StandardObject = {
  describe: object({
    name: 'Group',
    keyPrefix: '00G',
    fields: [
      ...identityFields('Group').filter(({ name }) => name === 'Id'),
      field('Name', 'string', { ...REQUIRED, length: 40, nameField: true }),
      field('DeveloperName', 'string', { length: 80, defaultedOnCreate: true }),
      lookup('RelatedId', ['UserRole'], { createable: false, updateable: false }),
      picklist('Type', ['*Regular', 'Role', 'RoleAndSubordinates', 'Queue', 'Organization'], {
        ...REQUIRED,
        updateable: false,
      }),
      field('Email', 'email'),
      lookup('OwnerId', ['Organization', 'User'], { createable: false, updateable: false }),
      field('DoesIncludeBosses', 'boolean'),
      ...auditFields(),
    ],
  }),
}

const groupMember: StandardObject = {
  children: { GroupId: 'GroupMembers' },
  describe: object({
    name: 'GroupMember',
    keyPrefix: '011',
    flags: { updateable: false },
    fields: [
      ...identityFields('Group Member').filter(({ name }) => name === 'Id'),
      lookup('GroupId', ['Group'], { ...REQUIRED, updateable: false, cascadeDelete: true }),
      lookup('UserOrGroupId', ['Group', 'User'], {
        ...REQUIRED,
        updateable: false,
        relationshipName: null,
      }),
      readOnly('SystemModstamp', 'datetime', { ...REQUIRED, defaultedOnCreate: true }),
    ],
  }),
}

/** Users, roles and groups. */
export const people: readonly StandardObject[] = [user, userRole, group, groupMember]
