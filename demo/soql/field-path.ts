import type { FieldDescribe, ObjectDescribe } from '#demo/schema/describe.ts'
import { nameObject } from './name-object.ts'
import { invalidField, malformedQuery, refuse, type Scope } from './scope.ts'
import type { Clause } from './tokens.ts'

/** One step up to a parent: the relationship and the id field that holds it. */
export interface ParentStep {
  readonly relationship: string
  readonly idField: string
  /** The objects the id may belong to; several make the relationship polymorphic. */
  readonly targets: readonly string[]
}

/** A field reached from an object by zero or more steps up. */
export interface FieldPath {
  readonly steps: readonly ParentStep[]
  readonly object: ObjectDescribe
  readonly field: FieldDescribe
  /** The path with the field names in the org's own case, such as "Account.Owner.Name". */
  readonly name: string
}

const APPEND_R =
  "If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. Please reference your WSDL or the describe call for the appropriate names."
const APPEND_C =
  "If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names."

/** https://developer.salesforce.com/docs/platform/salesforce-soql-sosl/guide/sforce-api-calls-soql-relationships-query-limits.html */
const MOST_STEPS = 5

/** The path a dotted name means in a scope; throws INVALID_FIELD for a name the user cannot see. */
export function pathOf(scope: Scope, written: string, clause: Clause): FieldPath {
  const names = withoutAlias(scope, written.split('.'))
  const last = names.pop() ?? ''
  if (names.length > MOST_STEPS) {
    const explanation = `A relationship may not have more than ${MOST_STEPS} levels: ${written}`
    throw refuse(scope, { name: written, clause }, malformedQuery(explanation))
  }
  const parents = names.reduce<Reached>(
    (reached, name) => stepUp(scope, reached, { name, written, clause }),
    { steps: [], object: scope.object },
  )
  const field = fieldNamed(parents.object, last)
  if (!field) {
    const explanation = `No such column '${last}' on entity '${parents.object.name}'. ${APPEND_C}`
    throw refuse(scope, { name: written, clause }, invalidField(explanation))
  }
  const relationships = parents.steps.map((step) => step.relationship)
  return { ...parents, field, name: [...relationships, field.name].join('.') }
}

interface Reached {
  readonly steps: readonly ParentStep[]
  readonly object: ObjectDescribe
}

interface Named {
  readonly name: string
  readonly written: string
  readonly clause: Clause
}

function stepUp(scope: Scope, reached: Reached, { name, written, clause }: Named): Reached {
  const step = stepNamed(reached.object, name)
  const [target = ''] = step?.targets ?? []
  const object = step?.targets.length === 1 ? scope.source.describe(target) : nameObject
  if (step && object) return { steps: [...reached.steps, step], object }
  const explanation = `Didn't understand relationship '${name}' in field path. ${APPEND_R}`
  throw refuse(scope, { name: written, clause }, invalidField(explanation))
}

/** From any record to what the running user may do with it. */
const toOwnAccess: ParentStep = {
  relationship: 'UserRecordAccess',
  idField: 'Id',
  targets: ['UserRecordAccess'],
}

/** The step up that a relationship name means on an object. */
export function stepNamed(object: ObjectDescribe, relationship: string): ParentStep | undefined {
  const wanted = relationship.toLowerCase()
  if (wanted === 'userrecordaccess') return toOwnAccess
  const field = object.fields.find((each) => each.relationshipName?.toLowerCase() === wanted)
  if (!field?.relationshipName) return undefined
  return {
    relationship: field.relationshipName,
    idField: field.name,
    targets: field.referenceTo,
  }
}

/** The field of that name, in any case. */
export function fieldNamed(object: ObjectDescribe, name: string): FieldDescribe | undefined {
  const wanted = name.toLowerCase()
  return object.fields.find((field) => field.name.toLowerCase() === wanted)
}

/** The refusal of a child relationship that the object does not have. */
export function unknownChildren(relationship: string): string {
  return `Didn't understand relationship '${relationship}' in FROM part of query call. ${APPEND_R}`
}

// "a.Name FROM Account a" and "Account.Name FROM Account" both mean Name.
function withoutAlias(scope: Scope, names: string[]): string[] {
  const [first = ''] = names
  const prefixes = [scope.alias, scope.object.name].map((prefix) => prefix?.toLowerCase())
  const isPrefix = names.length > 1 && prefixes.includes(first.toLowerCase())
  return isPrefix && !stepNamed(scope.object, first) ? names.slice(1) : names
}
