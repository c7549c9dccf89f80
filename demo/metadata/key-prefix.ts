import type { Schema } from '../schema/schema.ts'

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** The next key prefix that no object has: `a00`, `a01` …, as an org assigns them to custom objects. */
export function freeKeyPrefix(schema: Schema, first = 'a00'): string {
  let prefix = first
  while (schema.objectOfPrefix(prefix) !== undefined) prefix = after(prefix)
  return prefix
}

function after(prefix: string): string {
  const number = digits.indexOf(prefix.charAt(1)) * 62 + digits.indexOf(prefix.charAt(2)) + 1
  return prefix.charAt(0) + digits.charAt(Math.floor(number / 62)) + digits.charAt(number % 62)
}
