import { IDBFactory } from 'fake-indexeddb'
import { describe, expect, it } from 'vitest'
import type { Draft } from '#lib/handoff/draft.ts'
import { anEntry } from '../sync/desk.ts'
import { rowOf } from '#lib/sync/outbox.ts'
import { aDraft, ana, noon, openOn, opportunityId, saying } from './fresh-database.ts'
import { computer, diesWriting, keepingOn } from './kept.ts'

const nothing = { drafts: [], operations: [], lost: 0 }

const textIn = (draft: Draft | null) => JSON.stringify(draft?.answers['next'] ?? null)

/** A computer on which Ana has written a draft of three words. */
async function withDraft() {
  const own = computer()
  const keeping = keepingOn(own)
  await keeping.drafts.start(aDraft())
  for (const text of ['one', 'one two', 'one two three'])
    await keeping.drafts.answer(
      { draftKey: 'draft-1', question: 'next', answer: saying(text) },
      noon,
    )
  await keeping.settled()
  keeping.database.close()
  return own
}

describe('a database that was replaced by an empty one (F18)', () => {
  it('gets every draft back as it was, and says which', async () => {
    const own = await withDraft()
    const keeping = keepingOn({ ...own, disk: new IDBFactory() })
    expect(await keeping.opened()).toMatchObject({
      mode: 'usual',
      restored: { drafts: [{ ...ana, name: 'Brightwater' }], operations: [], lost: 0 },
    })
    expect(textIn(await keeping.drafts.find(ana, opportunityId))).toContain('one two three')
  })

  it('is told of before anything is back: whoever is killed between the two tells it again', async () => {
    const own = { ...(await withDraft()), disk: new IDBFactory() }
    const there: number[] = []
    const keeping = keepingOn(own, 'new', async () => {
      there.push(await openOn(own.disk).drafts.count())
    })
    await keeping.opened()
    expect(there).toEqual([0])
    expect(textIn(await keeping.drafts.find(ana, opportunityId))).toContain('one two three')
  })

  it('is noticed also when the browser was running all the time', async () => {
    const own = await withDraft()
    const keeping = keepingOn({ ...own, disk: new IDBFactory() }, 'running')
    expect((await keeping.opened()).restored.drafts).toEqual([{ ...ana, name: 'Brightwater' }])
  })

  it('is noticed by a worker that had it open', async () => {
    const own = await withDraft()
    const keeping = keepingOn(own, 'running')
    await keeping.opened()
    await new Promise((resolve) => {
      own.disk.deleteDatabase('segue').addEventListener('success', resolve)
    })
    expect(textIn(await keeping.drafts.find(ana, opportunityId))).toContain('one two three')
    expect(keeping.told.map(({ drafts }) => drafts)).toEqual([[{ ...ana, name: 'Brightwater' }]])
  })

  it('is noticed once', async () => {
    const own = { ...(await withDraft()), disk: new IDBFactory() }
    await keepingOn(own).opened()
    expect((await keepingOn(own).opened()).restored).toEqual({
      drafts: [],
      operations: [],
      lost: 0,
    })
  })

  it('gets what was still to be sent back as unknown: Salesforce is asked before it is sent', async () => {
    const own = await withDraft()
    const before = keepingOn(own)
    const draft = await before.drafts.get('draft-1')
    const entry = anEntry({ draft: draft ?? aDraft(), state: 'sending' })
    await before.outbox.addInPlaceOf({ key: 'draft-1', revision: 4 }, rowOf(entry))
    await before.settled()
    const after = keepingOn({ ...own, disk: new IDBFactory() })
    expect((await after.opened()).restored.operations).toEqual([{ ...ana, name: 'Brightwater' }])
    expect(await after.outbox.all()).toMatchObject([{ operationKey: 'op-1', state: 'unknown' }])
    expect(await after.drafts.all(ana)).toEqual([])
  })

  it('says how many copies were damaged too, and brings back the others', async () => {
    const own = await withDraft()
    const more = keepingOn(own)
    await more.drafts.start(aDraft({ key: 'draft-2', opportunityId: '006Hs0000000CMNIA2' }))
    await more.settled()
    const torn = own.area.kept.get('journal:slot:draft-2')?.replace('Brightwater', 'Darkwater')
    own.area.kept.set('journal:slot:draft-2', torn ?? '')
    const anew = { ...own, disk: new IDBFactory() }
    const keeping = keepingOn(anew)
    expect((await keeping.opened()).restored).toMatchObject({
      drafts: [{ ...ana, name: 'Brightwater' }],
      lost: 1,
    })
    await keeping.settled()
    expect((await keepingOn(anew).opened()).restored).toEqual(nothing)
  })
})

describe('what is given up', () => {
  it('stays to be given up where the worker is killed over it, and does not come back to be sent', async () => {
    const own = computer()
    const before = keepingOn(own)
    await before.outbox.add(rowOf(anEntry({ state: 'needs-attention' })))
    await before.settled()
    const killed = diesWriting(own)
    void keepingOn(killed, 'running').outbox.remove('op-1')
    await killed.isDead
    const after = keepingOn(own)
    expect((await after.opened()).restored).toEqual(nothing)
    expect(await after.outbox.all()).toMatchObject([{ state: 'needs-attention' }])
    await after.outbox.remove('op-1')
    await after.settled()
    expect((await keepingOn(own).opened()).restored).toEqual(nothing)
    expect(await keepingOn(own).outbox.all()).toEqual([])
  })
})

describe('a database that lost its last writes (F19)', () => {
  /** Takes the database back to an earlier state, as a log that was cut off does. */
  async function rolledBack(own: Awaited<ReturnType<typeof withDraft>>, draft: Draft | null) {
    const database = openOn(own.disk)
    await database.drafts.clear()
    if (draft) await database.drafts.put(draft)
    database.close()
    return keepingOn(own)
  }

  it('gets a draft back that is missing', async () => {
    const own = await withDraft()
    const keeping = await rolledBack(own, null)
    expect((await keeping.opened()).restored.drafts).toEqual([{ ...ana, name: 'Brightwater' }])
    expect(textIn(await keeping.drafts.get('draft-1'))).toContain('one two three')
  })

  it('gets a draft brought up to date that is older than its copy', async () => {
    const own = await withDraft()
    const keeping = await rolledBack(own, aDraft({ revision: 2, answers: { next: saying('one') } }))
    expect((await keeping.opened()).restored.drafts).toEqual([{ ...ana, name: 'Brightwater' }])
    expect(textIn(await keeping.drafts.get('draft-1'))).toContain('one two three')
  })

  it('keeps a draft that was begun since, and puts the old one into the trash', async () => {
    const own = await withDraft()
    const keeping = await rolledBack(own, aDraft({ key: 'draft-2' }))
    await keeping.opened()
    expect((await keeping.drafts.find(ana, opportunityId))?.key).toBe('draft-2')
    expect(await keeping.database.trash.get('draft-1')).toBeDefined()
  })

  it('sends on what had become an operation, and does not leave the draft beside it', async () => {
    const own = await withDraft()
    const before = keepingOn(own)
    const draft = await before.drafts.get('draft-1')
    if (!draft) throw new Error('no draft')
    await before.outbox.addInPlaceOf(draft, rowOf(anEntry({ draft })))
    await before.settled()
    await before.database.outbox.clear()
    await before.database.drafts.put(draft)
    before.database.close()
    const after = keepingOn(own)
    await after.opened()
    expect(await after.outbox.all()).toMatchObject([{ state: 'unknown' }])
    expect(await after.drafts.all(ana)).toEqual([])
  })
})

describe('a journal that lags behind the database', () => {
  /** A computer whose worker was killed after the database had written and before the copy was. */
  async function lagging(step: (keeping: ReturnType<typeof keepingOn>) => Promise<unknown>) {
    const own = await withDraft()
    const stale = new Map(own.area.kept)
    const keeping = keepingOn(own)
    await step(keeping)
    await keeping.settled()
    keeping.database.close()
    own.area.kept.clear()
    for (const [key, text] of stale) own.area.kept.set(key, text)
    const after = keepingOn(own)
    const { restored } = await after.opened()
    await after.settled()
    return { after, restored, own }
  }

  it('does not bring a discarded draft back', async () => {
    const { after, restored } = await lagging(({ drafts }) => drafts.discard('draft-1', noon))
    expect(restored).toEqual(nothing)
    expect(await after.drafts.all(ana)).toEqual([])
  })

  it('does not bring a draft back that is on its way or sent', async () => {
    const { after, restored } = await lagging(async ({ drafts, outbox }) => {
      const draft = await drafts.get('draft-1')
      if (draft) await outbox.addInPlaceOf(draft, rowOf(anEntry({ draft })))
    })
    expect(restored).toEqual(nothing)
    expect(await after.drafts.all(ana)).toEqual([])
  })

  it('takes over what the database has since', async () => {
    const { after, own } = await lagging(({ drafts }) =>
      drafts.answer({ draftKey: 'draft-1', question: 'next', answer: saying('four') }, noon),
    )
    expect(textIn(await after.drafts.get('draft-1'))).toContain('four')
    expect(own.area.kept.get('journal:slot:draft-1')).toContain('four')
  })
})

describe('what the user wants forgotten', () => {
  it('is not brought back from its copy', async () => {
    const own = await withDraft()
    const keeping = keepingOn(own)
    await keeping.opened()
    await keeping.database.drafts.clear()
    await keeping.forgetCopies()
    expect([...own.area.kept.keys()].filter((key) => key.startsWith('journal:slot'))).toEqual([])
    expect(await keepingOn(own).drafts.all(ana)).toEqual([])
  })
})
