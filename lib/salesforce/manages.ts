import { type Names, parentOf } from './names.ts'
import { rowsIfTold } from './rows-for.ts'
import type { SignedIn } from './signed-in.ts'
import { field, soql } from './soql.ts'

/** Who may act as a manager by what an admin has given them. */
const managerSets = ['Segue_Manager', 'Segue_Admin']

/** Whether the user is the manager of a handoff: the one named, the boss of either side, or made one by an admin. */
export async function manages(user: SignedIn, names: Names, handoffId: string): Promise<boolean> {
  return (await isBoss(user, names, handoffId)) || (await hasManagerSet(user))
}

async function isBoss({ identity, connection }: SignedIn, names: Names, handoffId: string) {
  const { object, fields: own } = names.handoff
  const { userId } = identity
  const query = soql`SELECT Id FROM ${field(object)} WHERE Id = ${handoffId}
    AND (${field(own.manager)} = ${userId} OR ${bossOf(own.outgoingOwner)} = ${userId}
      OR ${bossOf(own.incomingOwner)} = ${userId})`
  return found({ connection }, query)
}

const bossOf = (lookup: string) => field(`${parentOf(lookup)}.ManagerId`)

/** Whether an admin has made the user a manager of handoffs. */
export async function hasManagerSet({ identity, connection }: SignedIn): Promise<boolean> {
  const query = soql`SELECT Id FROM PermissionSetAssignment WHERE AssigneeId = ${identity.userId}
    AND PermissionSet.Name IN ${managerSets} LIMIT 1`
  return found({ connection }, query)
}

/** What the user may not ask, is not so. */
async function found(user: Pick<SignedIn, 'connection'>, query: string): Promise<boolean> {
  const rows = await rowsIfTold(user, query)
  return rows !== null && rows.length > 0
}
