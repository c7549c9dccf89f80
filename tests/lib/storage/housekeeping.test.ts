import { describe, expect, it } from 'vitest'
import { createCache } from '#lib/storage/cache.ts'
import { createDrafts } from '#lib/storage/drafts.ts'
import { tidy } from '#lib/storage/housekeeping.ts'
import { createOutboxStore } from '#lib/storage/outbox.ts'
import { aDraft, ana, newDisk, noon, openOn, opportunityId } from './fresh-database.ts'

const inDays = (days: number) => new Date(Date.parse(noon) + days * 86_400_000).toISOString()

const row = (operationKey: string, state: string) => ({
  operationKey,
  ...ana,
  opportunityId,
  state,
  nextAttemptAt: '',
  changedAt: noon,
  value: {},
})

describe('tidying up', () => {
  it('forgets what was sent a week ago and nothing that was not', async () => {
    const database = openOn(newDisk())
    const outbox = createOutboxStore(database)
    for (const state of ['sent', 'queued', 'unknown', 'needs-attention', 'conflict', 'sending'])
      await outbox.add(row(state, state))
    await tidy(database, inDays(6))
    expect(await outbox.all()).toHaveLength(6)
    await tidy(database, inDays(365))
    const left = (await outbox.all()).map(({ state }) => state)
    expect(left).toEqual(['queued', 'unknown', 'needs-attention', 'conflict', 'sending'])
  })

  it('keeps drafts however old, and trash and copies for a month', async () => {
    const database = openOn(newDisk())
    const [drafts, cache] = [createDrafts(database), createCache(database)]
    await drafts.start(aDraft({ key: 'gone' }))
    await drafts.discard('gone', noon)
    await drafts.start(aDraft({ key: 'kept' }))
    await cache.keep(ana, 'inbox', { value: 1, readAt: noon })
    await tidy(database, inDays(29))
    expect([await database.trash.count(), await cache.read(ana, 'inbox')]).toEqual([1, 1])
    await tidy(database, inDays(31))
    expect([await database.trash.count(), await cache.read(ana, 'inbox')]).toEqual([0, undefined])
    expect(await drafts.get('kept')).not.toBeNull()
  })
})
