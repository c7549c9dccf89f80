import { refuseCall } from '../records/refusal.ts'

const REFERENCE = /@\{([^}]*)\}/g

/**
 * Puts earlier answers into `@{ref.path}` wherever it stands in the text. Salesforce does so in every
 * string of a composite request, user text included, and refuses what it cannot resolve.
 */
export function expand(text: string, answers: ReadonlyMap<string, unknown>): string {
  return text.replaceAll(REFERENCE, (_, path: string) => resolve(path, answers))
}

/** Expands every string inside a body. */
export function expandBody(body: unknown, answers: ReadonlyMap<string, unknown>): unknown {
  if (typeof body === 'string') return expand(body, answers)
  if (Array.isArray(body)) return body.map((item) => expandBody(item, answers))
  if (typeof body !== 'object' || body === null) return body
  return Object.fromEntries(
    Object.entries(body).map(([key, value]) => [key, expandBody(value, answers)]),
  )
}

function resolve(path: string, answers: ReadonlyMap<string, unknown>): string {
  const [reference = '', ...steps] = path.split(/[.[\]]+/).filter((step) => step !== '')
  const value = steps.reduce(child, answers.get(reference))
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return String(value)
  }
  throw refuseCall(
    400,
    'PROCESSING_HALTED',
    `Invalid reference specified. No value for ${path} found in ${reference}. Provided reference must exist and be accessible.`,
  )
}

function child(value: unknown, step: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined
  return Object.entries(value).find(([key]) => key === step)?.[1]
}
