import type { Access } from '../access/access.ts'
import { accessOf } from '../access/access.ts'
import type { OrgState } from '../org/state.ts'
import type { ObjectDescribe } from '../schema/describe.ts'
import type { Row } from '../soql/source.ts'

/** Who writes, where, and with which headers. */
export interface Writer {
  readonly state: OrgState
  readonly userId: string
  readonly access: Access
  /** `Sforce-Duplicate-Rule-Header: allowSave=true`. */
  readonly allowDuplicates: boolean
}

/** One save on its way: what it was, what it becomes, what the client named. */
export interface Change {
  readonly writer: Writer
  readonly describe: ObjectDescribe
  /** Undefined for an insert. */
  readonly before: Row | undefined
  readonly after: Row
  /** The fields the client sent. */
  readonly given: ReadonlySet<string>
}

/** A writer for a user, without special headers. */
export function writerFor(state: OrgState, userId: string): Writer {
  return { state, userId, access: accessOf(state, userId), allowDuplicates: false }
}

/** Whether a save makes or alters a field. */
export function changes({ before, after }: Change, fieldName: string): boolean {
  return (before?.[fieldName] ?? null) !== (after[fieldName] ?? null)
}
