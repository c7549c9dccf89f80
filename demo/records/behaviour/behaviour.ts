import type { Row } from '../../soql/source.ts'
import type { Change, Writer } from '../writer.ts'

/** What an object does by itself around a save; every part is optional. */
export interface Behaviour {
  /** The record that an insert of these values updates instead, as team members do. */
  readonly existing?: (writer: Writer, values: Row) => Row | undefined
  /** The row with what Salesforce derives before the checks. */
  readonly prepare?: (change: Change) => Row
  /** Refuses what Salesforce refuses for this object alone. */
  readonly check?: (change: Change) => void
  /** What else is written once the row is saved. */
  readonly settle?: (change: Change) => void
  /** What goes with the row when it is deleted, before it goes. */
  readonly remove?: (writer: Writer, row: Row) => void
}
