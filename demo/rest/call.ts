import { accessOf, type Access, type RecycleBin } from '../access/access.ts'
import { sourceOf } from '../org/source-of.ts'
import type { Org } from '../org/org.ts'
import { notFound } from '../records/refusal.ts'
import { writerFor as plainWriter } from '../records/writer-for.ts'
import type { Writer } from '../records/writer.ts'
import type { ObjectDescribe } from '../schema/describe.ts'
import type { Source } from '../soql/source.ts'

/** Who calls which org, at which API version. */
export interface Caller {
  readonly org: Org
  readonly userId: string
  /** Where the org was called, such as "https://acme.my.salesforce.com": its addresses begin so. */
  readonly origin: string
  /** Such as "67.0". */
  readonly version: string
}

/** One REST call, from the network or from inside a composite request. */
export interface Call {
  readonly caller: Caller
  readonly method: string
  /** Decoded segments behind `/services/data/vXX.X/`. */
  readonly path: readonly string[]
  readonly query: URLSearchParams
  /** A header by its name in any case. */
  readonly header: (name: string) => string | undefined
  readonly body: unknown
}

/** What a call is answered with; a missing body is an empty answer, bytes are a file. */
export interface Reply {
  readonly status: number
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** A plain answer with a body. */
export const ok = (body: unknown): Reply => ({ status: 200, body })

/** The caller's access at this moment. */
export const accessFor = ({ org, userId }: Caller): Access => accessOf(org.state, userId)

/** What the caller's queries see. */
export function sourceFor({ org, userId, version }: Caller, bin: RecycleBin = 'left-out'): Source {
  return sourceOf(org.state, { userId, apiVersion: version, bin })
}

/** The caller as a writer, with the call's own headers. */
export function writerFor({ caller, header }: Call): Writer {
  const rule = header('Sforce-Duplicate-Rule-Header') ?? ''
  return {
    ...plainWriter(caller.org.state, caller.userId),
    apiVersion: caller.version,
    allowDuplicates: /allowSave\s*=\s*true/i.test(rule),
  }
}

/** The describe of an object the caller may see; 404 otherwise. */
export function describeFor(access: Access, objectName: string): ObjectDescribe {
  const describe = access.describe(objectName)
  if (!describe) throw notFound()
  return describe
}
