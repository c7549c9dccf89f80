import { describe, expect, it } from 'vitest'
import { createDrafts } from '#lib/storage/drafts.ts'
import { createOutboxStore } from '#lib/storage/outbox.ts'
import { aDraft, ana, newDisk, noon, openOn, opportunityId } from './fresh-database.ts'

const row = (operationKey: string) => ({
  operationKey,
  ...ana,
  opportunityId,
  state: 'queued',
  nextAttemptAt: '',
  changedAt: noon,
  value: { any: 'thing' },
})

describe('an operation', () => {
  it('takes the place of its draft', async () => {
    const database = openOn(newDisk())
    const [drafts, outbox] = [createDrafts(database), createOutboxStore(database)]
    await drafts.start(aDraft())
    expect(await outbox.addInPlaceOf({ key: 'draft-1', revision: 1 }, row('op'))).toBe(true)
    expect(await drafts.get('draft-1')).toBeNull()
    expect(await outbox.get('op')).toMatchObject({ operationKey: 'op', position: 1 })
  })

  it('is not made of a draft that has changed since it was reviewed', async () => {
    const database = openOn(newDisk())
    const [drafts, outbox] = [createDrafts(database), createOutboxStore(database)]
    await drafts.start(aDraft({ revision: 2 }))
    expect(await outbox.addInPlaceOf({ key: 'draft-1', revision: 1 }, row('op'))).toBe(false)
    expect(await drafts.get('draft-1')).not.toBeNull()
    expect(await outbox.all()).toEqual([])
  })

  it('leaves the draft where it is when the outbox refuses it', async () => {
    const database = openOn(newDisk())
    const [drafts, outbox] = [createDrafts(database), createOutboxStore(database)]
    await outbox.add(row('op'))
    await drafts.start(aDraft())
    await expect(
      outbox.addInPlaceOf({ key: 'draft-1', revision: 1 }, row('op')),
    ).rejects.toMatchObject({ name: 'ConstraintError' })
    expect(await drafts.get('draft-1')).not.toBeNull()
  })

  it('is made once when two submits race', async () => {
    const database = openOn(newDisk())
    const [drafts, outbox] = [createDrafts(database), createOutboxStore(database)]
    await drafts.start(aDraft())
    const made = await Promise.all(
      ['one', 'two'].map((key) => outbox.addInPlaceOf({ key: 'draft-1', revision: 1 }, row(key))),
    )
    expect(made.filter(Boolean)).toHaveLength(1)
    expect(await outbox.all()).toHaveLength(1)
  })

  it('becomes a draft again, and is gone then', async () => {
    const database = openOn(newDisk())
    const [drafts, outbox] = [createDrafts(database), createOutboxStore(database)]
    await outbox.add(row('op'))
    expect(await outbox.returnToDraft('op', aDraft())).toBe(true)
    expect(await outbox.returnToDraft('op', aDraft())).toBe(false)
    expect(await outbox.all()).toEqual([])
    expect(await drafts.get('draft-1')).toMatchObject({ revision: 2 })
  })

  it('stands behind those that were made before it', async () => {
    const outbox = createOutboxStore(openOn(newDisk()))
    await Promise.all(['c', 'a', 'b'].map((key) => outbox.add(row(key))))
    expect((await outbox.all()).map(({ position }) => position)).toEqual([1, 2, 3])
    expect((await outbox.of(ana)).map(({ operationKey }) => operationKey)).toEqual(['c', 'a', 'b'])
    expect(await outbox.of({ ...ana, userId: 'other' })).toEqual([])
  })
})
