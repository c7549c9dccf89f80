import type { FieldDescribe, ObjectDescribe } from './describe.ts'
import { childRelationship } from './object.ts'

/** The objects of one org, as they are now; a deployment adds to them. */
export interface Schema {
  /** The describe of an object, by name in any case. */
  readonly object: (name: string) => ObjectDescribe | undefined
  readonly objects: () => readonly ObjectDescribe[]
  /** The object that ids with this three-character key prefix belong to. */
  readonly objectOfPrefix: (keyPrefix: string) => string | undefined
  /** Adds or replaces an object and links it to the parents its lookups name. */
  readonly put: (describe: ObjectDescribe, children?: ChildNames) => void
  readonly remove: (name: string) => void
  /** Grows with every change, so that what was derived from the schema can be thrown away. */
  readonly revision: () => number
}

/** Lookup field → name of the child relationship on the parent (`Opportunity__c` → `Handoffs__r`). */
export type ChildNames = Readonly<Record<string, string>>

/** An empty schema; whatever is put into it is what `shaped` makes of it. */
export function createSchema(shaped: (given: ObjectDescribe) => ObjectDescribe = asGiven): Schema {
  const byName = new Map<string, ObjectDescribe>()
  let changes = 0
  const set = (describe: ObjectDescribe) => byName.set(describe.name.toLowerCase(), describe)
  return {
    object: (name) => byName.get(name.toLowerCase()),
    objects: () => [...byName.values()],
    objectOfPrefix: (keyPrefix) =>
      [...byName.values()].find((describe) => describe.keyPrefix === keyPrefix)?.name,
    put: (given, children = {}) => {
      changes += 1
      const describe = shaped(given)
      set(describe)
      for (const [lookupName, childName] of Object.entries(children)) {
        for (const parent of parentsOf(describe, lookupName)) {
          const known = byName.get(parent.toLowerCase())
          if (known) set(withChild(known, describe, { lookupName, childName }))
        }
      }
    },
    remove: (name) => {
      changes += 1
      byName.delete(name.toLowerCase())
      for (const describe of byName.values()) set(withoutChildren(describe, name))
    },
    revision: () => changes,
  }
}

const asGiven = (given: ObjectDescribe) => given

const fieldsByName = new WeakMap<ObjectDescribe, ReadonlyMap<string, FieldDescribe>>()

/** A field of an object, by name in any case. */
export function fieldOf(describe: ObjectDescribe, name: string): FieldDescribe | undefined {
  const known = fieldsByName.get(describe)
  if (known) return known.get(name.toLowerCase())
  const index = new Map(describe.fields.map((one) => [one.name.toLowerCase(), one]))
  fieldsByName.set(describe, index)
  return index.get(name.toLowerCase())
}

/** The field that names a record of the object: mostly `Name`, for a case its number. */
export function nameFieldOf(describe: ObjectDescribe): string {
  const marked = describe.fields.find((field) => field['nameField'] === true)
  return marked?.name ?? fieldOf(describe, 'Name')?.name ?? 'Id'
}

function parentsOf(describe: ObjectDescribe, lookupName: string): readonly string[] {
  return fieldOf(describe, lookupName)?.referenceTo ?? []
}

interface ChildLink {
  readonly lookupName: string
  readonly childName: string
}

function withChild(parent: ObjectDescribe, child: ObjectDescribe, link: ChildLink): ObjectDescribe {
  const lookupField = fieldOf(child, link.lookupName)
  if (!lookupField) return parent
  const isSame = (one: { childSObject: string; field: string }) =>
    one.childSObject === child.name && one.field === lookupField.name
  const added = childRelationship(child.name, lookupField, link.childName)
  const known = parent.childRelationships.find(isSame)
  // What a real org was recorded to say of its own children is kept as it stands.
  if (known && !child.custom) return parent
  const others = parent.childRelationships.filter((one) => !isSame(one))
  return { ...parent, childRelationships: [...others, added] }
}

function withoutChildren(parent: ObjectDescribe, childName: string): ObjectDescribe {
  const rest = parent.childRelationships.filter((one) => one.childSObject !== childName)
  if (rest.length === parent.childRelationships.length) return parent
  return { ...parent, childRelationships: rest }
}
