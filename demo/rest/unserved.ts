import { notFound } from '../records/refusal.ts'

/**
 * What Salesforce has below `/sobjects/X/` and a demo org has not; none is a record or a field.
 * https://developer.salesforce.com/docs/platform/api-rest/guide/resources-list.html
 */
const UNSERVED: ReadonlySet<string> = new Set([
  'defaultvalues',
  'describe',
  'eventseriesupdates',
  'recent',
  'relevantitems',
])

/** Refuses such an address as one that is not there, and not as a field that is none. */
export function refuseUnserved(name: string): void {
  if (UNSERVED.has(name.toLowerCase())) throw notFound()
}
