import type { FieldDescribe, ObjectDescribe } from '#demo/schema/describe.ts'
import type { Row } from '#demo/soql/source.ts'

/** The group of fields a search looks at. */
export const searchGroups = ['ALL', 'NAME', 'EMAIL', 'PHONE', 'SIDEBAR'] as const
/** One of the groups of fields a search looks at. */
export type SearchGroup = (typeof searchGroups)[number]

const textTypes = new Set([
  'string',
  'textarea',
  'email',
  'phone',
  'url',
  'combobox',
  'picklist',
  'multipicklist',
  'encryptedstring',
])

const isSearched: Readonly<Record<SearchGroup, (field: FieldDescribe) => boolean>> = {
  ALL: (field) => textTypes.has(field.type),
  SIDEBAR: (field) => textTypes.has(field.type),
  NAME: (field) => field['nameField'] === true || /^(?:First|Last)?Name$/.test(field.name),
  EMAIL: (field) => field.type === 'email',
  PHONE: (field) => field.type === 'phone',
}

/** Reads the texts of a row that a search in the group looks at. */
export function searchedTexts(object: ObjectDescribe, group: SearchGroup): (row: Row) => string[] {
  const names = object.fields.filter(isSearched[group]).map((field) => field.name)
  return (row) =>
    names.flatMap((name) => {
      const value = row[name]
      return typeof value === 'string' ? [value] : []
    })
}
