import { type Names, parentOf } from './names.ts'
import { rowsIfTold } from './rows-for.ts'
import type { SignedIn } from './signed-in.ts'
import { field, fragment, soql } from './soql.ts'

/** Who may act as a manager by what an admin has given them. */
const managerSets = ['Segue_Manager', 'Segue_Admin']

/** Whether the user is the manager of a handoff: the one named, the boss of either side, or made one by an admin. */
export async function manages(user: SignedIn, names: Names, handoffId: string): Promise<boolean> {
  return (await isBoss(user, names, handoffId)) || (await hasManagerSet(user))
}

/** Where it is hidden who manages whom, whoever is named on the handoff is still told. */
async function isBoss(user: SignedIn, names: Names, handoffId: string) {
  const { object, fields: own } = names.handoff
  const { userId } = user.identity
  const named = fragment`${field(own.manager)} = ${userId}`
  const above = fragment`(${named} OR ${bossOf(own.outgoingOwner)} = ${userId}
      OR ${bossOf(own.incomingOwner)} = ${userId})`
  const asked = (who: typeof named) =>
    rowsIfTold(user, soql`SELECT Id FROM ${field(object)} WHERE Id = ${handoffId} AND ${who}`)
  const rows = (await asked(above)) ?? (await asked(named))
  return isAny(rows)
}

const bossOf = (lookup: string) => field(`${parentOf(lookup)}.ManagerId`)

/** Whether an admin has made the user a manager of handoffs. */
export async function hasManagerSet({ identity, connection }: SignedIn): Promise<boolean> {
  const query = soql`SELECT Id FROM PermissionSetAssignment WHERE AssigneeId = ${identity.userId}
    AND PermissionSet.Name IN ${managerSets} LIMIT 1`
  return isAny(await rowsIfTold({ connection }, query))
}

/** What the user may not ask, is not so. */
const isAny = (rows: Awaited<ReturnType<typeof rowsIfTold>>) => rows !== null && rows.length > 0
