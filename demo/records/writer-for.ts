import { accessOf } from '../access/access.ts'
import type { OrgState } from '../org/state.ts'
import { insertDerived } from './insert.ts'
import { removeRow } from './remove.ts'
import { updateDerived } from './update.ts'
import type { Writer } from './writer.ts'

/** A writer for a user, without special headers. */
export function writerFor(state: OrgState, userId: string): Writer {
  const writer: Writer = {
    state,
    userId,
    access: accessOf(state, userId),
    apiVersion: state.file.apiVersion,
    allowDuplicates: false,
    derive: {
      insert: (objectName, values) => insertDerived(writer, objectName, values),
      update: (objectName, values) => updateDerived(writer, objectName, values),
      remove: (objectName, row) => {
        const describe = state.schema.object(objectName)
        if (describe) removeRow(writer, describe, row)
      },
    },
  }
  return writer
}
