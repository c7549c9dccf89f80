import { Buffer } from 'node:buffer'
import type { FieldDescribe, ObjectDescribe } from '../schema/describe.ts'
import { fieldOf } from '../schema/schema.ts'

const CHECKBOX = { false: 0, true: 1 }

/** The values of the field that a picklist depends on, by their places; none where it depends on no other. */
export function controllerValues(
  describe: ObjectDescribe,
  { controllerName }: FieldDescribe,
): Readonly<Record<string, number>> {
  if (typeof controllerName !== 'string') return {}
  const controller = fieldOf(describe, controllerName)
  if (controller?.type === 'boolean') return CHECKBOX
  return Object.fromEntries(controller?.picklistValues.map(({ value }, at) => [value, at]) ?? [])
}

/**
 * The places of the controlling values that a value is there for: one bit each, the first bit for the first.
 * https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/sforce_api_calls_describesobjects_describesobjectresult.htm
 */
export function placesIn(validFor: unknown): readonly number[] {
  if (typeof validFor !== 'string') return []
  const bits = [...Buffer.from(validFor, 'base64')].flatMap((byte) =>
    byte.toString(2).padStart(8, '0').split(''),
  )
  return bits.flatMap((bit, at) => (bit === '1' ? [at] : []))
}

/** The fields that depend on others, below those they depend on. */
interface DependencyTree {
  readonly [field: string]: DependencyTree
}

/**
 * The trees of dependent fields below a field, or of the whole object.
 * https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_features_records_dependent_picklist.htm
 */
export function dependentsOf(
  describe: ObjectDescribe,
  above: FieldDescribe | null,
): DependencyTree {
  const directly = (name: string) =>
    describe.fields.filter(({ controllerName }) => controllerName === name)
  const below = above
    ? directly(above.name)
    : describe.fields.filter(
        ({ name, controllerName }) => typeof controllerName !== 'string' && directly(name).length,
      )
  return Object.fromEntries(below.map((field) => [field.name, dependentsOf(describe, field)]))
}

/** The fields that a field depends on, the one at the root of the tree first. */
export function controllersOf(
  describe: ObjectDescribe,
  { controllerName }: FieldDescribe,
): readonly string[] {
  const controller =
    typeof controllerName === 'string' ? fieldOf(describe, controllerName) : undefined
  return controller ? [...controllersOf(describe, controller), controller.name] : []
}
