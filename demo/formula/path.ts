import type { FieldDescribe, ObjectDescribe } from '../schema/describe.ts'
import { fieldOf, type Schema } from '../schema/schema.ts'

/** Where a path leads: lookups to follow, then a field. */
export interface FieldPath {
  /** The object of a global that the path starts from, such as `$User`; nothing where it starts from the record. */
  readonly global: string | undefined
  readonly lookups: readonly Lookup[]
  readonly field: FieldDescribe
}

/** A lookup to follow, and the object it has to lead to where the path says so. */
interface Lookup {
  readonly name: string
  readonly only: string | undefined
}

/** Globals and the objects they stand for. */
const GLOBALS: Readonly<Record<string, string>> = {
  $user: 'User',
  $profile: 'Profile',
  $userrole: 'UserRole',
  $organization: 'Organization',
}

/** The object a global such as `$User` stands for. */
function globalObject(step: string): string | undefined {
  return GLOBALS[step.toLowerCase()]
}

/**
 * Follows `Account.Owner.Name` from an object; undefined when a step does not exist. `Owner:User.Name` says which of the
 * objects is meant that an owner may be of, `$RecordType.Name` is the record's own.
 * https://help.salesforce.com/s/articleView?id=platform.tips_on_building_formulas.htm
 */
export function followPath(
  schema: Schema,
  describe: ObjectDescribe,
  path: string,
): FieldPath | undefined {
  const steps = path.replace(/^\$RecordType\./i, 'RecordType.').split('.')
  const global = globalObject(steps[0] ?? '')
  const start = global ? schema.object(global) : describe
  const [last = '', ...before] = (global ? steps.slice(1) : steps).toReversed()
  const walked = start && walk(schema, start, before.toReversed())
  const field = walked && fieldOf(walked.object, /^QueueName$/i.test(last) ? 'Name' : last)
  return walked && field ? { global, lookups: walked.lookups, field } : undefined
}

interface Walked {
  readonly object: ObjectDescribe
  readonly lookups: readonly Lookup[]
}

/** A queue is a group. */
const OBJECTS: Readonly<Record<string, string>> = { queue: 'Group' }

function walk(schema: Schema, start: ObjectDescribe, names: readonly string[]): Walked | undefined {
  return names.reduce<Walked | undefined>(
    (walked, step) => {
      const [name = '', wanted] = step.split(':')
      const lookup = walked && relationship(walked.object, name)
      const target = lookup && targetOf(lookup, wanted)
      const object = target === undefined ? undefined : schema.object(target)
      const only = wanted === undefined ? undefined : target
      if (!object || !lookup) return undefined
      return { object, lookups: [...walked.lookups, { name: lookup.name, only }] }
    },
    { object: start, lookups: [] },
  )
}

function targetOf({ referenceTo }: FieldDescribe, wanted: string | undefined): string | undefined {
  if (wanted === undefined) return referenceTo.at(-1)
  const name = (OBJECTS[wanted.toLowerCase()] ?? wanted).toLowerCase()
  return referenceTo.find((one) => one.toLowerCase() === name)
}

function relationship(describe: ObjectDescribe, name: string): FieldDescribe | undefined {
  const key = name.toLowerCase()
  return describe.fields.find(({ relationshipName }) => relationshipName?.toLowerCase() === key)
}
