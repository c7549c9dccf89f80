import type { FieldDescribe, ObjectDescribe } from './describe.ts'
import { namespaceOf } from './field.ts'
import type { ChildNames, Schema } from './schema.ts'

/**
 * What the parents of a custom object call its records where they do not say so themselves: the plural, as Salesforce
 * proposes it, with a number where that is taken.
 */
export function usualChildNames(schema: Schema, describe: ObjectDescribe): ChildNames {
  const names: Record<string, string> = {}
  for (const lookup of describe.fields.filter(isOwnLookup)) {
    const parent = schema.object(lookup.referenceTo[0] ?? '')
    if (!parent || hasChild(parent, describe, lookup)) continue
    const taken = [
      ...parent.childRelationships.map(({ relationshipName }) => relationshipName),
      ...Object.values(names),
    ]
    const plural = describe.labelPlural.replaceAll(/[^A-Za-z0-9]/g, '')
    names[lookup.name] = freeName(namespaceOf(lookup.name) + plural, taken)
  }
  return names
}

const isOwnLookup = ({ custom, referenceTo }: FieldDescribe) => custom && referenceTo.length === 1

const hasChild = (parent: ObjectDescribe, child: ObjectDescribe, { name }: FieldDescribe) =>
  parent.childRelationships.some(
    ({ childSObject, field }) => childSObject === child.name && field === name,
  )

function freeName(plural: string, taken: readonly (string | null)[]): string {
  for (let number = 0; ; number += 1) {
    const name = `${plural}${number === 0 ? '' : number}__r`
    if (!taken.includes(name)) return name
  }
}
