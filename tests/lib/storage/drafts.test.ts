import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { spliceBetween } from '#lib/handoff/splice.ts'
import { createDrafts } from '#lib/storage/drafts.ts'
import { aDraft, ana, newDisk, noon, openOn, opportunityId, saying } from './fresh-database.ts'

describe('a draft', () => {
  it('is there again after the worker was killed', async () => {
    const disk = newDisk()
    const before = createDrafts(openOn(disk))
    await before.start(aDraft())
    await before.answer({ draftKey: 'draft-1', question: 'why.us', answer: saying('Price') }, noon)
    const after = createDrafts(openOn(disk))
    expect(await after.find(ana, opportunityId)).toMatchObject({
      revision: 2,
      answers: { 'why.us': { value: { text: 'Price' } } },
    })
  })

  it('is started once per user and opportunity, however many tabs start it', async () => {
    const drafts = createDrafts(openOn(newDisk()))
    const started = await Promise.all(['a', 'b', 'c'].map((key) => drafts.start(aDraft({ key }))))
    expect(new Set(started.map(({ key }) => key)).size).toBe(1)
    expect(await drafts.all(ana)).toHaveLength(1)
  })

  it('is nobody else’s', async () => {
    const drafts = createDrafts(openOn(newDisk()))
    await drafts.start(aDraft())
    expect(await drafts.find({ ...ana, userId: '005Hs00000005MnIAI' }, opportunityId)).toBeNull()
    expect(await drafts.find({ ...ana, orgId: '00DHs000009zZzZMAU' }, opportunityId)).toBeNull()
  })

  it('is there beside one that another version has written and this one cannot read', async () => {
    const database = openOn(newDisk())
    const drafts = createDrafts(database)
    await drafts.start(aDraft())
    const other = { key: 'other', opportunityId: '006Hs0000000CMNIA2' }
    await database.drafts.add(Object.assign(aDraft(other), { variant: 'of-tomorrow' }))
    expect(await drafts.all(ana)).toMatchObject([{ key: 'draft-1' }])
    expect(await database.drafts.count()).toBe(2)
  })

  it('is exactly what was typed, whichever tabs send only their changes of a text', async () => {
    const typing = fc.record({ tab: fc.nat(1), text: fc.string({ unit: 'binary' }) })
    await fc.assert(
      fc.asyncProperty(fc.array(typing, { maxLength: 8 }), async (list) => {
        const drafts = createDrafts(openOn(newDisk()))
        await drafts.start(aDraft({ answers: { why: saying('') } }))
        const { revision, updatedAt: savedAt } = aDraft()
        const known = [0, 1].map(() => ({ text: '', since: { revision, savedAt } }))
        for (const { tab, text } of list) {
          const { text: before, since } = known[tab] ?? { text: '', since: { revision, savedAt } }
          const change = { question: 'why', since, splice: spliceBetween(before, text), at: noon }
          const whole = { draftKey: 'draft-1', question: 'why', answer: saying(text) }
          const saved =
            (await drafts.retype('draft-1', change, noon)) ?? (await drafts.answer(whole, noon))
          expect(saved?.answers['why']).toEqual(saying(text))
          known[tab] = { text, since: { revision: saved?.revision ?? 0, savedAt: noon } }
        }
      }),
    )
  })

  it('keeps every answer when several tabs answer at once', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.stringMatching(/^[a-z]{1,8}$/), { minLength: 1, maxLength: 12 }),
        async (questions) => {
          const disk = newDisk()
          const tabs = [createDrafts(openOn(disk)), createDrafts(openOn(disk))]
          await tabs[0]?.start(aDraft())
          await Promise.all(
            questions.map(async (question, i) => {
              await tabs[i % 2]?.answer(
                { draftKey: 'draft-1', question, answer: saying(question) },
                noon,
              )
            }),
          )
          const draft = await tabs[0]?.get('draft-1')
          expect(Object.keys(draft?.answers ?? {}).toSorted()).toEqual(questions.toSorted())
          expect(draft?.revision).toBe(1 + questions.length)
        },
      ),
      { numRuns: 25 },
    )
  })

  it('loses an answer only when it is removed', async () => {
    const drafts = createDrafts(openOn(newDisk()))
    await drafts.start(aDraft({ answers: { a: saying('1'), b: saying('2') } }))
    await drafts.answer({ draftKey: 'draft-1', question: 'a', answer: null }, noon)
    expect(Object.keys((await drafts.get('draft-1'))?.answers ?? {})).toEqual(['b'])
  })

  it('comes back from the trash as it was', async () => {
    const drafts = createDrafts(openOn(newDisk()))
    await drafts.start(aDraft({ answers: { a: saying('1') } }))
    const discarded = await drafts.discard('draft-1', noon)
    expect(await drafts.get('draft-1')).toBeNull()
    if (discarded) await drafts.restore(discarded)
    expect(await drafts.get('draft-1')).toMatchObject({ answers: { a: { kind: 'given' } } })
  })

  it('that is restored does not replace one started since', async () => {
    const drafts = createDrafts(openOn(newDisk()))
    await drafts.start(aDraft({ key: 'old' }))
    const old = await drafts.discard('old', noon)
    await drafts.start(aDraft({ key: 'new' }))
    expect(old && (await drafts.restore(old)).key).toBe('new')
  })

  it('that does not exist cannot be changed', async () => {
    const drafts = createDrafts(openOn(newDisk()))
    expect(await drafts.rework('none', () => ({ variant: 'express' }), noon)).toBeNull()
    expect(await drafts.discard('none', noon)).toBeNull()
  })
})
