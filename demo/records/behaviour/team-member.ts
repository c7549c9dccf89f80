import type { Row } from '../../soql/source.ts'
import type { Writer } from '../writer.ts'
import type { Behaviour } from './behaviour.ts'

/** Team members of an object: one row a user, each with a sharing row of cause `Team`. */
export function teamMember(parent: 'Opportunity' | 'Account'): Behaviour {
  const parentField = `${parent}Id`
  const levelField = `${parent}AccessLevel`
  return {
    // Adding somebody twice changes the row that is there, as the object reference says.
    existing: (writer, values) =>
      writer.state.store
        .table(`${parent}TeamMember`)
        .where(parentField, values[parentField])
        .find((one) => one['UserId'] === values['UserId']),
    prepare: ({ writer, after }) => {
      const user = writer.state.store.table('User').get(String(after['UserId']))
      const level = after[levelField] ?? 'Read'
      return {
        ...after,
        Name: user?.['Name'] ?? null,
        Title: user?.['Title'] ?? null,
        [levelField]: level,
      }
    },
    settle: ({ writer, after }) => shareWithMember(writer, parent, after),
    remove: (writer, row) => {
      const shared = teamShare(writer, parent, row)
      if (shared) writer.state.store.erase(`${parent}Share`, String(shared['Id']))
    },
  }
}

/** Gives a team member the access that the member's row tells. */
export function shareWithMember(writer: Writer, parent: string, member: Row): void {
  const levelField = `${parent}AccessLevel`
  const level = { [levelField]: member[levelField] ?? 'Read' }
  const shared = teamShare(writer, parent, member)
  if (shared) return writer.derive.update(`${parent}Share`, { Id: shared['Id'], ...level })
  writer.derive.insert(`${parent}Share`, {
    [`${parent}Id`]: member[`${parent}Id`],
    UserOrGroupId: member['UserId'],
    RowCause: 'Team',
    ...level,
  })
}

function teamShare({ state }: Writer, parent: string, member: Row): Row | undefined {
  return state.store
    .table(`${parent}Share`)
    .where(`${parent}Id`, member[`${parent}Id`])
    .find((row) => row['UserOrGroupId'] === member['UserId'] && row['RowCause'] === 'Team')
}
