import type { FieldValue } from '#lib/handoff/primitives.ts'

/** A field's value for reading: nothing is said as "empty". */
export function shown(value: FieldValue): string {
  if (value === null || value === '') return 'empty'
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value)
}
