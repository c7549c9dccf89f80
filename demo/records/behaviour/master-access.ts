import { reaches } from '../../access/levels.ts'
import { parentLookup } from '../../access/sharing-model.ts'
import { refuse } from '../refusal.ts'
import type { Behaviour } from './behaviour.ts'

/** A detail may be added only by who may change its parent. */
export const masterAccess: Behaviour = {
  check: ({ writer, describe, before, after, given }) => {
    const parent = parentLookup(writer.state, describe.name)
    const id = parent && after[parent.field]
    if (before || !parent || typeof id !== 'string' || !given.has(parent.field)) return
    const objectName = writer.state.schema.objectOfPrefix(id.slice(0, 3)) ?? ''
    const row = writer.state.store.table(objectName).get(id)
    if (row && reaches(writer.access.level(objectName, row), parent.writeRequires)) return
    const message = `insufficient access rights on cross-reference id: ${id.slice(0, 15)}`
    throw refuse('INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY', message)
  },
}
