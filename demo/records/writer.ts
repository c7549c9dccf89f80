import type { Access } from '../access/access.ts'
import type { OrgState } from '../org/state.ts'
import type { ObjectDescribe } from '../schema/describe.ts'
import type { Row } from '../soql/source.ts'

/** Who writes, where, and with which headers. */
export interface Writer {
  readonly state: OrgState
  readonly userId: string
  readonly access: Access
  /** Addresses in answers are of this version: "67.0". */
  readonly apiVersion: string
  /** `Sforce-Duplicate-Rule-Header: allowSave=true`. */
  readonly allowDuplicates: boolean
  /** Writes on the org's own account: no rights are asked and nothing is checked. */
  readonly derive: Derive
}

/** What the org writes by itself: sharing, history, children, marks. */
interface Derive {
  /** Makes a record and returns its id; nothing when the org has no such object. */
  readonly insert: (objectName: string, values: Row) => string | undefined
  /** Changes the record that the values name by `Id`; no audit field moves. */
  readonly update: (objectName: string, values: Row) => void
  /** Deletes a record and what hangs on it. */
  readonly remove: (objectName: string, row: Row) => void
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

/** All fields count while saving, those the writer cannot see as well. */
export function wholeDescribe(writer: Writer, describe: ObjectDescribe): ObjectDescribe {
  return writer.state.schema.object(describe.name) ?? describe
}

/** Whether a save makes or alters a field. */
export function changes({ before, after }: Change, fieldName: string): boolean {
  return (before?.[fieldName] ?? null) !== (after[fieldName] ?? null)
}
