import type { Org } from '../org/org.ts'
import { Refusal } from '../records/refusal.ts'
import type { Row } from '../soql/source.ts'
import type { Colleague, Desk } from './desk.ts'

/** The desk of a signed-in user. */
export function deskOf(org: Org, userId: string): Desk {
  const { state } = org
  const row = state.store.table('User').get(userId) ?? {}
  const mine = org.as(userId)
  return {
    user: colleague(row),
    timeZone: String(row['TimeZoneSidKey'] ?? state.file.timeZone),
    locale: String(row['LocaleSidKey'] ?? 'en_US').replace('_', '-'),
    currency: state.file.currency,
    orgName: state.file.name,
    now: state.now(),
    describe: mine.describe,
    objectOf: (id) => state.schema.objectOfPrefix(id.slice(0, 3)),
    query: mine.query,
    save: (id, fields) => {
      try {
        mine.update(state.schema.objectOfPrefix(id.slice(0, 3)) ?? '', id, fields)
        return []
      } catch (error) {
        if (error instanceof Refusal) return error.entries
        throw error
      }
    },
  }
}

/** Everyone who could sign in, by name. */
export function colleagues(org: Org): readonly Colleague[] {
  return [...org.state.store.table('User').all()]
    .map(colleague)
    .toSorted((a, b) => a.name.localeCompare(b.name))
}

function colleague(row: Row): Colleague {
  return {
    id: String(row['Id']),
    name: String(row['Name'] ?? ''),
    title: String(row['Title'] ?? ''),
    active: row['IsActive'] !== false,
  }
}
