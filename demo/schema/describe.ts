/** One field as `GET /sobjects/X/describe` lists it; the rest of its keys pass through. */
export interface FieldDescribe {
  readonly name: string
  readonly label: string
  readonly type: string
  readonly length: number
  readonly nillable: boolean
  readonly createable: boolean
  readonly updateable: boolean
  readonly filterable: boolean
  readonly sortable: boolean
  readonly groupable: boolean
  readonly calculated: boolean
  readonly custom: boolean
  readonly unique: boolean
  readonly externalId: boolean
  readonly idLookup: boolean
  readonly defaultedOnCreate: boolean
  readonly restrictedPicklist: boolean
  readonly autoNumber: boolean
  readonly cascadeDelete: boolean
  readonly relationshipName: string | null
  readonly referenceTo: readonly string[]
  readonly picklistValues: readonly PicklistValue[]
  readonly [key: string]: unknown
}

/** One picklist entry of a describe answer. */
export interface PicklistValue {
  readonly active: boolean
  readonly defaultValue: boolean
  readonly label: string
  readonly value: string
  readonly [key: string]: unknown
}

/** One child relationship of a describe answer. */
export interface ChildRelationship {
  readonly childSObject: string
  readonly field: string
  readonly relationshipName: string | null
  readonly cascadeDelete: boolean
  readonly [key: string]: unknown
}

/** What Salesforce's describe call returns for one object. */
export interface ObjectDescribe {
  readonly name: string
  readonly label: string
  readonly labelPlural: string
  readonly keyPrefix: string | null
  readonly custom: boolean
  readonly queryable: boolean
  readonly createable: boolean
  readonly updateable: boolean
  readonly deletable: boolean
  readonly fields: readonly FieldDescribe[]
  readonly childRelationships: readonly ChildRelationship[]
  readonly [key: string]: unknown
}
