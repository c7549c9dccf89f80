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
