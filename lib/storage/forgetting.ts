import type { Owner, SegueDatabase } from './database.ts'
import { belongsTo } from './holdings.ts'
import { isRecord } from './is-record.ts'

/** Which rows are to be forgotten. */
export type Forgotten =
  /** What belongs to this user: orgs can have deals with the same ids, and others drafts of the same deal. */
  | {
      readonly what: 'deals'
      readonly opportunityIds: readonly string[]
      readonly of: Owner
    }
  /** Everything but what belongs to this user. */
  | { readonly what: 'others'; readonly but: Owner }
  | { readonly what: 'everything' }

/** What the database says of itself until the copies of what was forgotten have gone as well. */
export const copiesAreLeft = 'copies-are-left'

/** What has gone: how many rows, and what the drafts, handoffs and deals in them were called by. */
interface Gone {
  readonly count: number
  readonly names: ReadonlySet<string>
}

/** Forgets rows of every table in one transaction. */
export function forget(database: SegueDatabase, forgotten: Forgotten): Promise<Gone> {
  const tables = database.tablesOfUsers
  return database.transaction('rw', database.tables, async () => {
    await database.about.put({ key: copiesAreLeft, value: '' })
    const isForgotten = await choice(database, forgotten)
    const names = new Set<string>()
    let count = 0
    for (const table of tables) {
      const gone = table.filter(isForgotten)
      addNames(names, await gone.toArray(), forgotten)
      count += await gone.delete()
    }
    return { count, names }
  })
}

/** What a user's own rows, or a copy of what Salesforce said, call these deals by; a copy may name others as well. */
function addNames(names: Set<string>, value: unknown, forgotten: Forgotten): void {
  if (typeof value !== 'object' || value === null) return
  if ('opportunityId' in value && isMeant(value.opportunityId, forgotten))
    for (const name of namesOf(value)) names.add(name)
  for (const inside of Object.values(value)) addNames(names, inside, forgotten)
}

const isMeant = (opportunityId: unknown, forgotten: Forgotten) =>
  forgotten.what !== 'deals' || forgotten.opportunityIds.some((id) => id === opportunityId)

const naming: ReadonlySet<string> = new Set(['key', 'id', 'opportunityId', 'opportunityName'])

const namesOf = (value: object) =>
  Object.entries(value).flatMap(([part, name]) =>
    naming.has(part) && typeof name === 'string' ? [name] : [],
  )

async function choice(
  database: SegueDatabase,
  forgotten: Forgotten,
): Promise<(row: unknown) => boolean> {
  switch (forgotten.what) {
    case 'deals': {
      const ids = new Set(forgotten.opportunityIds)
      const drafts = await database.drafts.filter((draft) => ids.has(draft.opportunityId)).toArray()
      const keys = new Set(drafts.map(({ key }) => key))
      return (row) => belongsTo(row, forgotten.of) && isAbout(row, ids, keys)
    }
    case 'others':
      return (row) => !belongsTo(row, forgotten.but)
    case 'everything':
      return () => true
  }
}

/**
 * Whether a row is about one of these deals. Of a user's own words, those of the deal itself go; a copy of
 * what Salesforce said goes as soon as it names one of them anywhere, because it can be read again.
 */
function isAbout(row: unknown, ids: ReadonlySet<string>, keys: ReadonlySet<string>): boolean {
  if (!isRecord(row)) return false
  const { opportunityId, draft, about, key, draftKey } = row
  const names = [key, draftKey].some((each) => typeof each === 'string' && keys.has(each))
  if (names || (typeof opportunityId === 'string' && ids.has(opportunityId))) return true
  if (draft !== undefined && isAbout(draft, ids, keys)) return true
  if (typeof about !== 'string') return false
  const text = JSON.stringify(row)
  return [...ids].some((id) => text.includes(id))
}
