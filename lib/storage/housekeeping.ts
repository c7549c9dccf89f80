import type { SegueDatabase } from './database.ts'

const DAY = 24 * 60 * 60 * 1000
const keepTrash = 30 * DAY
const keepSent = 7 * DAY
const keepCache = 30 * DAY

/** Forgets what nobody needs any more: old trash, operations long since in Salesforce, stale copies of what Salesforce says. */
export async function tidy(database: SegueDatabase, now: string): Promise<void> {
  const before = (age: number) => new Date(Date.parse(now) - age).toISOString()
  await database.trash.where('discardedAt').below(before(keepTrash)).delete()
  await database.cache.filter(({ readAt }) => readAt < before(keepCache)).delete()
  await database.outbox
    .where({ state: 'sent' })
    .filter(({ changedAt }) => changedAt < before(keepSent))
    .delete()
}
