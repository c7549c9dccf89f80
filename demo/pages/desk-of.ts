import { corporateOf } from '../org/currencies.ts'
import type { Org } from '../org/org.ts'
import { languageTag } from '../org/language-tag.ts'
import { Refusal, type ErrorEntry } from '../records/refusal.ts'
import type { Row } from '../soql/source.ts'
import type { Colleague, Desk } from './desk.ts'

/** The desk of a signed-in user. */
export function deskOf(org: Org, userId: string): Desk {
  const { state } = org
  const row = state.store.table('User').get(userId) ?? {}
  const mine = org.as(userId)
  const objectOf = (id: string) => state.schema.objectOfPrefix(id.slice(0, 3))
  return {
    user: colleague(row),
    colleagues: colleagues(org),
    timeZone: textOf(row, 'TimeZoneSidKey') || state.file.timeZone,
    locale: languageTag(textOf(row, 'LocaleSidKey') || 'en_US'),
    currency: corporateOf(state),
    hasSeveralCurrencies: state.currencies.length > 0,
    orgName: state.file.name,
    now: state.now(),
    describe: mine.describe,
    objectOf,
    query: mine.query,
    save: (id, fields) => attempt(() => mine.update(objectOf(id) ?? '', id, fields)).problems,
    create: (objectName, fields) => {
      const { done, problems } = attempt(() => mine.create(objectName, fields))
      return { id: done, problems }
    },
  }
}

/** Everyone who could sign in, by name. */
export function colleagues(org: Org): readonly Colleague[] {
  return [...org.state.store.table('User').all()]
    .map(colleague)
    .toSorted((a, b) => a.name.localeCompare(b.name))
}

interface Attempt<T> {
  readonly done: T | undefined
  readonly problems: readonly ErrorEntry[]
}

function attempt<T>(doing: () => T): Attempt<T> {
  try {
    return { done: doing(), problems: [] }
  } catch (error) {
    if (error instanceof Refusal) return { done: undefined, problems: error.entries }
    throw error
  }
}

function colleague(row: Row): Colleague {
  return {
    id: textOf(row, 'Id'),
    name: textOf(row, 'Name'),
    title: textOf(row, 'Title'),
    active: row['IsActive'] !== false,
  }
}

function textOf(row: Row, field: string): string {
  const value = row[field]
  return typeof value === 'string' ? value : ''
}
