import type { Part } from './composite.ts'
import { recordSchema } from './record.ts'
import { SalesforceError } from './salesforce-error.ts'

/** How many parts Salesforce takes in a call. */
const mostParts = 25

/** How many of them may be queries or collections. */
export const mostCounted = 5

/** Fewer of a kind are not worth a collection. */
const few = 4

/**
 * Everything that is written and then read, as one call takes it: nothing is read where there is no room left. Throws
 * where there is none for what is written.
 */
export function inOneCall(writes: readonly Part[], reads: readonly Part[]): readonly Part[] {
  const all = bundled([...writes, ...reads])
  if (!areTooMany(all)) return all
  if (reads.length === 0)
    throw new SalesforceError(
      'not-now',
      'These are more promises than Salesforce takes in one step. Leave some out.',
    )
  return inOneCall(writes, [])
}

/**
 * The parts as they are while one call takes them. Else the records of one object, of which there are the most, go as
 * one collection under the id of the first, and so on until all fit.
 */
function bundled(parts: readonly Part[]): readonly Part[] {
  if (parts.length <= mostParts) return parts
  const kinds = Map.groupBy(parts, kindOf)
  kinds.delete('')
  const [most = []] = [...kinds.values()].toSorted((one, other) => other.length - one.length)
  return most.length <= few ? parts : bundled(withTogether(parts, most))
}

function areTooMany(parts: readonly Part[]): boolean {
  return parts.filter(({ path }) => /^\/(?:query|composite)/.test(path)).length > mostCounted
}

const rowPath = /^\/sobjects\/(\w+)(?:\/([^/]+))?$/

/** What is done to a record of which object; empty where it is no record, or is done under a condition. */
function kindOf({ method, path, headers }: Part): string {
  const object = rowPath.exec(path)?.[1]
  return object === undefined || headers || method === 'GET' ? '' : `${method} ${object}`
}

function withTogether(parts: readonly Part[], run: readonly Part[]): readonly Part[] {
  const [first] = run
  return parts.flatMap((part) => {
    if (part === first) return { ...part, path: '/composite/sobjects', body: recordsOf(run) }
    return run.includes(part) ? [] : redirected(part, run)
  })
}

function recordsOf(run: readonly Part[]) {
  const records = run.map(({ path, body }) => {
    const [, type, id] = rowPath.exec(path) ?? []
    // `attributes` has to come first (the parser's own demand).
    return {
      attributes: { type },
      ...(id === undefined ? {} : { id }),
      ...recordSchema.parse(body),
    }
  })
  return { allOrNone: true, records }
}

/** References to what has gone into the collection lead to its place there. Texts of users have none. */
function redirected(part: Part, run: readonly Part[]): Part {
  const places = new Map(run.map(({ id }, at) => [id, `@{${run[0]?.id}[${at}].`]))
  const lead = (text: string) =>
    text.replaceAll(/@\{(\w+)\./g, (reference, id: string) => places.get(id) ?? reference)
  const { path, body } = part
  const rest = body === undefined ? {} : { body: JSON.parse(lead(JSON.stringify(body))) }
  return { ...part, path: lead(path), ...rest }
}
