import type { Row } from '../../soql/source.ts'
import type { ReadInput } from '../input.ts'
import type { Change, Writer } from '../writer.ts'

/** What an object does by itself around a save; every part is optional. */
export interface Behaviour {
  /** A record that an insert updates instead, as team members do: writes it and returns its id. */
  readonly existing?: (writer: Writer, values: Row) => ((input: ReadInput) => string) | undefined
  /** The row with what Salesforce derives before the checks. */
  readonly prepare?: (change: Change) => Row
  /** Refuses what Salesforce refuses for this object alone. */
  readonly check?: (change: Change) => void
  /** What else is written once the row is saved. */
  readonly settle?: (change: Change) => void
  /** What goes with the row when it is deleted, before it goes. */
  readonly remove?: (writer: Writer, row: Row) => void
}
