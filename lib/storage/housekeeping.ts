import type { SegueDatabase } from './database.ts'

const DAY = 24 * 60 * 60 * 1000

/** How many days things are kept; a company may decide otherwise. */
export interface Keep {
  readonly keepTrashDays: number
  readonly keepSentDays: number
  readonly keepCopiesDays: number
}

const usual: Keep = { keepTrashDays: 30, keepSentDays: 7, keepCopiesDays: 30 }

/** What was told or done once is no copy of anything: once forgotten, it would happen again. */
const isCopy = (about: string) => about !== 'heard' && about !== 'escalations'

/** Forgets what nobody needs any more: old trash, operations long since in Salesforce, stale copies of what Salesforce says. */
export async function tidy(
  database: SegueDatabase,
  now: string,
  { keepTrashDays, keepSentDays, keepCopiesDays }: Keep = usual,
): Promise<void> {
  const before = (days: number) => new Date(Date.parse(now) - days * DAY).toISOString()
  await database.trash.where('discardedAt').below(before(keepTrashDays)).delete()
  await database.cache
    .filter(({ about, readAt }) => readAt < before(keepCopiesDays) && isCopy(about))
    .delete()
  await database.outbox
    .where({ state: 'sent' })
    .filter(({ changedAt }) => changedAt < before(keepSentDays))
    .delete()
  await tidySources(database, before(keepTrashDays))
}

/**
 * What was removed goes like the trash. What belongs to a draft that was sent stays a while: the handoff may
 * come back, and be mended under the same key.
 */
async function tidySources(database: SegueDatabase, before: string): Promise<void> {
  await database.sources.filter(({ removedAt }) => removedAt !== '' && removedAt < before).delete()
  const old = await database.sources.filter(({ addedAt }) => addedAt < before).toArray()
  for (const { id, draftKey } of old)
    if (!(await isWanted(database, draftKey))) await database.sources.delete(id)
}

async function isWanted(database: SegueDatabase, draftKey: string): Promise<boolean> {
  if (await database.drafts.get({ key: draftKey })) return true
  return (await database.trash.get(draftKey)) !== undefined
}
