import type { OrgState } from '../org/state.ts'
import type { Row } from '../soql/source.ts'

/** Whether the user stands above another by manager or by role. */
export function isAbove(state: OrgState, userId: string, otherId: string): boolean {
  if (userId === otherId) return false
  return isManagerAbove(state, userId, otherId) || isRoleAbove(state, userId, otherId)
}

/** The user's groups: public groups and queues, groups within groups included. */
export function groupsOf(state: OrgState, userId: string): ReadonlySet<string> {
  const found = new Set<string>()
  const pending = [userId]
  for (let member = pending.pop(); member !== undefined; member = pending.pop()) {
    for (const row of state.store.table('GroupMember').where('UserOrGroupId', member)) {
      const groupId = String(row['GroupId'])
      if (!found.has(groupId)) pending.push(groupId)
      found.add(groupId)
    }
  }
  return found
}

function isManagerAbove(state: OrgState, userId: string, otherId: string): boolean {
  return chain(state, { table: 'User', start: otherId, parentField: 'ManagerId' }).has(userId)
}

function isRoleAbove(state: OrgState, userId: string, otherId: string): boolean {
  const roleId = userOf(state, userId)?.['UserRoleId']
  const otherRole = userOf(state, otherId)?.['UserRoleId']
  if (typeof roleId !== 'string' || typeof otherRole !== 'string') return false
  return chain(state, { table: 'UserRole', start: otherRole, parentField: 'ParentRoleId' }).has(
    roleId,
  )
}

interface Climb {
  readonly table: string
  readonly start: string
  readonly parentField: string
}

/** Everything above a row, without the row itself; a loop in the data ends the climb. */
function chain(state: OrgState, { table, start, parentField }: Climb): ReadonlySet<string> {
  const above = new Set<string>()
  let next = state.store.table(table).get(start)?.[parentField]
  while (typeof next === 'string' && !above.has(next)) {
    above.add(next)
    next = state.store.table(table).get(next)?.[parentField]
  }
  return above
}

function userOf(state: OrgState, userId: string): Row | undefined {
  return state.store.table('User').get(userId)
}
