import { queryPart } from './context-parts.ts'
import { soql } from './soql.ts'

export const permissionSets = ['Segue_User', 'Segue_Manager', 'Segue_Admin'] as const

/** Our permission sets in the org: they tell whether the package is there, and under which namespace. */
export const setsPart = queryPart(
  'sets',
  soql`SELECT Name, NamespacePrefix FROM PermissionSet WHERE Name IN ${permissionSets}`,
)
