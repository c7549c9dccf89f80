import type { FieldDescribe, ObjectDescribe } from '#demo/schema/describe.ts'

const fieldTypes = {
  Id: 'id',
  Alias: 'string',
  Email: 'email',
  FirstName: 'string',
  IsActive: 'boolean',
  LastName: 'string',
  Name: 'string',
  Phone: 'phone',
  Title: 'string',
  Type: 'picklist',
  Username: 'string',
} as const

/**
 * The object a polymorphic relationship leads to: the few fields all its possible targets share.
 * https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_name.htm
 */
export const nameObject: ObjectDescribe = {
  name: 'Name',
  label: 'Name',
  labelPlural: 'Names',
  keyPrefix: null,
  custom: false,
  queryable: true,
  createable: false,
  updateable: false,
  deletable: false,
  fields: [
    ...Object.entries(fieldTypes).map(([name, type]) => nameField(name, type)),
    userReference('Profile', 'ProfileId'),
    userReference('UserRole', 'UserRoleId'),
  ],
  childRelationships: [],
}

function userReference(target: string, name: string): FieldDescribe {
  return { ...nameField(name, 'reference'), referenceTo: [target], relationshipName: target }
}

function nameField(name: string, type: string): FieldDescribe {
  return {
    name,
    type,
    label: name,
    length: 255,
    nillable: true,
    createable: false,
    updateable: false,
    filterable: true,
    sortable: true,
    groupable: true,
    calculated: false,
    custom: false,
    unique: false,
    externalId: false,
    idLookup: false,
    defaultedOnCreate: false,
    restrictedPicklist: false,
    autoNumber: false,
    cascadeDelete: false,
    relationshipName: null,
    referenceTo: [],
    picklistValues: [],
  }
}
