import type { FieldDescribe, ObjectDescribe } from '../schema/describe.ts'
import { fieldOf, type Schema } from '../schema/schema.ts'

/** Where a path leads: lookups to follow, then a field. */
export interface FieldPath {
  /** The object that the path starts from: the record's own, or that of a global such as `$User`. */
  readonly start: string
  readonly lookups: readonly FieldDescribe[]
  readonly field: FieldDescribe
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

/** Follows `Account.Owner.Name` from an object; undefined when a step does not exist. */
export function followPath(
  schema: Schema,
  describe: ObjectDescribe,
  path: string,
): FieldPath | undefined {
  const steps = path.split('.')
  const global = globalObject(steps[0] ?? '')
  const start = global ? schema.object(global) : describe
  const [last = '', ...before] = (global ? steps.slice(1) : steps).toReversed()
  const walked = start && walk(schema, start, before.toReversed())
  const field = walked && fieldOf(walked.object, last)
  return walked && field ? { start: start.name, lookups: walked.lookups, field } : undefined
}

interface Walked {
  readonly object: ObjectDescribe
  readonly lookups: readonly FieldDescribe[]
}

function walk(schema: Schema, start: ObjectDescribe, names: readonly string[]): Walked | undefined {
  return names.reduce<Walked | undefined>(
    (walked, name) => {
      const lookup = walked && relationship(walked.object, name)
      const object = lookup && schema.object(lookup.referenceTo.at(-1) ?? '')
      return object && { object, lookups: [...walked.lookups, lookup] }
    },
    { object: start, lookups: [] },
  )
}

function relationship(describe: ObjectDescribe, name: string): FieldDescribe | undefined {
  const key = name.toLowerCase()
  return describe.fields.find(({ relationshipName }) => relationshipName?.toLowerCase() === key)
}
