import { composite, type Part, type Replies } from './composite.ts'
import { queryPart } from './context-parts.ts'
import { statusValues } from './handoff-values.ts'
import { type Names, parentOf } from './names.ts'
import { idAt, numberAt, rowsOf, type SalesforceRecord, textAt } from './record.ts'
import type { SignedIn } from './signed-in.ts'
import { containing, field, fields, type Fragment, fragment, soql } from './soql.ts'
import { type FoundUser, readUser, userColumns } from './users.ts'
import { isRefused, withoutHidden } from './without-hidden.ts'

/** Whose closeness to a deal is asked for. */
export interface ColleaguesRequest {
  readonly accountId: string
  /** Users who are near the deal already, as its context tells. */
  readonly ids: readonly string[]
  /** Parts of titles that fit. */
  readonly titles: readonly string[]
}

/** Who is near a deal, and how, by user id. */
export interface Colleagues {
  readonly users: readonly FoundUser[]
  readonly accountTeam: ReadonlyMap<string, string>
  readonly tookOver: ReadonlyMap<string, number>
  readonly inHand: ReadonlyMap<string, number>
}

const inHand = (['submitted', 'clarification', 'accepted', 'in-transition'] as const).map(
  (status) => statusValues[status],
)
const taken = (['accepted', 'in-transition', 'completed'] as const).map(
  (status) => statusValues[status],
)

/**
 * Reads who could take a deal over in one call. Each query may fail alone: an org without account teams
 * has no such object, and then nobody is in one.
 */
export async function readColleagues(
  user: SignedIn,
  names: Names,
  request: ColleaguesRequest,
): Promise<Colleagues> {
  const { userId } = user.identity
  const replies = await withoutHidden(userColumns, (seen) =>
    asked(user, names, { ...request, seen }),
  )
  const rows = (id: string) => rowsOf(replies.get(id)?.body)
  const [account, tookOver] = [rows('account'), rows('taken')]
  return {
    users: [
      ...rows('near').map((row) => readUser(row)),
      ...account.map((row) => readUser(row, 'User.')),
      ...tookOver.map(readCounted),
    ].filter((one) => one.userId !== '' && one.userId !== userId),
    accountTeam: new Map(
      account.map((row) => [idAt(row, 'UserId'), textAt(row, 'TeamMemberRole')]),
    ),
    tookOver: counts(tookOver),
    inHand: counts(rows('in_hand')),
  }
}

interface Asked extends ColleaguesRequest {
  /** What the user may see of users. */
  readonly seen: readonly string[]
}

/** What is hidden is hidden from all of them: the first refusal for it is thrown. */
async function asked(
  { connection, version, identity: { userId } }: SignedIn,
  names: Names,
  request: Asked,
): Promise<Replies> {
  const { accountId, seen } = request
  const parts = [
    ...nearby(userId, request),
    queryPart('account', accountTeam(userId, accountId, seen)),
    queryPart('taken', counted({ ...names, seen }, taken, fragment`= ${userId}`)),
    queryPart('in_hand', counted({ ...names, seen }, inHand, fragment`!= null`)),
  ]
  const replies = await composite(connection, parts, { allOrNone: false, version })
  const errors = [...replies.values()].map(({ error }) => error)
  const refusal = errors.find((error) => seen.some((column) => isRefused(error, column)))
  if (refusal) throw refusal
  return replies
}

function nearby(userId: string, { ids, titles, seen }: Asked): readonly Part[] {
  const fitting = seen.includes('Title') ? titles : []
  const conditions = [
    ...(ids.length === 0 ? [] : [fragment`Id IN ${ids}`]),
    ...fitting.map((title) => fragment`Title LIKE ${containing(title)}`),
  ]
  const [first, ...others] = conditions
  if (!first) return []
  const any = others.reduce((all, one) => fragment`${all} OR ${one}`, first)
  const query = soql`SELECT ${fields(seen)} FROM User
    WHERE IsActive = true AND UserType = 'Standard' AND Id != ${userId} AND (${any})
    ORDER BY Name ASC LIMIT 50`
  return [queryPart('near', query)]
}

const accountTeam = (userId: string, accountId: string, seen: readonly string[]) =>
  soql`SELECT UserId, TeamMemberRole, ${fields(seen.map((column) => `User.${column}`))}
    FROM AccountTeamMember
    WHERE AccountId = ${accountId} AND UserId != ${userId} AND User.IsActive = true LIMIT 50`

/** How many handoffs each active recipient has, of those this user may see. */
function counted(
  { handoff, seen }: Pick<Names, 'handoff'> & Pick<Asked, 'seen'>,
  statuses: readonly string[],
  sender: Fragment,
): string {
  const { incomingOwner, outgoingOwner, status } = handoff.fields
  const [to, person] = [field(incomingOwner), parentOf(incomingOwner)]
  const [name, title] = [field(`${person}.Name`), field(`${person}.Title`)]
  const hasTitle = seen.includes('Title')
  const who = hasTitle ? fragment`${to}, ${name}, ${title}` : fragment`${to}, ${name}`
  const titled = hasTitle ? fragment`, ${title} userTitle` : fragment``
  return soql`SELECT ${to} userId, ${name} userName${titled}, COUNT(Id) total
    FROM ${field(handoff.object)}
    WHERE ${field(outgoingOwner)} ${sender} AND ${field(status)} IN ${statuses}
    AND ${field(`${person}.IsActive`)} = true GROUP BY ${who}`
}

function readCounted(row: SalesforceRecord): FoundUser {
  const unknown = { email: '', department: '' }
  return {
    userId: idAt(row, 'userId'),
    name: textAt(row, 'userName'),
    title: textAt(row, 'userTitle'),
    ...unknown,
  }
}

const counts = (rows: readonly SalesforceRecord[]) =>
  new Map(rows.map((row) => [idAt(row, 'userId'), numberAt(row, 'total') ?? 0]))
