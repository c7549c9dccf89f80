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
export function globalObject(step: string): string | undefined {
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
  const names = global ? steps.slice(1) : steps
  const lookups: FieldDescribe[] = []
  let object = start
  for (const name of names.slice(0, -1)) {
    const lookup = object && relationship(object, name)
    if (!lookup) return undefined
    lookups.push(lookup)
    object = schema.object(lookup.referenceTo.at(-1) ?? '')
  }
  const field = object && fieldOf(object, names.at(-1) ?? '')
  return start && field ? { start: start.name, lookups, field } : undefined
}

function relationship(describe: ObjectDescribe, name: string): FieldDescribe | undefined {
  const key = name.toLowerCase()
  return describe.fields.find(({ relationshipName }) => relationshipName?.toLowerCase() === key)
}
