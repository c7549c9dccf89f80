import { reaches } from '../../access/levels.ts'
import { rightsOf } from '../../access/object-rights.ts'
import { refuse } from '../refusal.ts'
import { insufficientAccess } from '../insufficient-access.ts'
import { changes, type Change } from '../writer.ts'
import type { Behaviour } from './behaviour.ts'

/** Who may give a record to whom. */
export const owner: Behaviour = {
  check: (change) => {
    const newOwner = change.after['OwnerId']
    if (typeof newOwner !== 'string' || !changes(change, 'OwnerId')) return
    if (change.before) checkMayTransfer(change)
    if (newOwner.startsWith('005')) checkCanOwn(change, newOwner)
  },
}

function checkMayTransfer({ writer, describe, before = {} }: Change): void {
  const mayTransfer = writer.access.rights.has('TransferAnyEntity')
  if (mayTransfer || reaches(writer.access.level(describe.name, before), 'All')) return
  throw insufficientAccess(writer)
}

function checkCanOwn({ writer, describe }: Change, userId: string): void {
  const { state } = writer
  if (state.store.table('User').get(userId)?.['IsActive'] === false) {
    const message = `operation performed with inactive user [${userId}] as owner of ${describe.label.toLowerCase()}`
    throw refuse('INACTIVE_OWNER_OR_USER', message)
  }
  if (!rightsOf(state, userId).object(describe.name).read) {
    throw refuse('TRANSFER_REQUIRES_READ', 'The new owner must have read permission')
  }
}
