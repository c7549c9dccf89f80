import { queryPart } from './context-parts.ts'
import { type SalesforceRecord, textAt } from './record.ts'
import { soql } from './soql.ts'

export const permissionSets = ['Segue_User', 'Segue_Manager', 'Segue_Admin'] as const

/** Our permission sets in the org: they tell whether the package is there, and under which namespace. */
export const setsPart = queryPart(
  'sets',
  soql`SELECT Name, NamespacePrefix FROM PermissionSet WHERE Name IN ${permissionSets}`,
)

/** The namespaces that our permission sets have; the empty one is none. */
export function namespacesIn(sets: readonly SalesforceRecord[]): readonly string[] {
  return sets.map((row) => textAt(row, 'NamespacePrefix'))
}
