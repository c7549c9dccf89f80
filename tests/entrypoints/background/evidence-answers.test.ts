// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { anaWithDraft } from './people-at-work.ts'
import { valueOf } from './worker-in-process.ts'

const transcript = {
  kind: 'text' as const,
  label: 'Discovery',
  format: 'vtt' as const,
  text: 'WEBVTT\n\n00:01.000 --> 00:02.000\nPriya: We close in six days.',
}
const recording = {
  kind: 'link' as const,
  label: 'Demo recording',
  url: 'https://calls.example/r/77?t=120',
  moment: '2:00',
  on: '2026-08-19',
  recipientCanOpen: false,
}

describe('evidence from outside Salesforce', () => {
  it('is kept with the draft, listed without its text, and read whole', async () => {
    const { ask, draftKey } = await anaWithDraft()
    valueOf(await ask('evidence.add', { draftKey, id: 'one', source: transcript }))
    valueOf(await ask('evidence.add', { draftKey, id: 'two', source: recording }))
    valueOf(await ask('evidence.add', { draftKey, id: 'two', source: recording }))
    const list = valueOf(await ask('evidence.list', { draftKey }))
    expect(list.map(({ id }) => id).toSorted()).toEqual(['one', 'two'])
    expect(JSON.stringify(list)).not.toContain('six days')
    expect(valueOf(await ask('evidence.read', { id: 'one' }))).toEqual(transcript)
  })

  it('comes back when removing it is undone', async () => {
    const { ask, draftKey } = await anaWithDraft()
    valueOf(await ask('evidence.add', { draftKey, id: 'one', source: transcript }))
    valueOf(await ask('evidence.remove', { id: 'one' }))
    expect(valueOf(await ask('evidence.list', { draftKey }))).toEqual([])
    valueOf(await ask('evidence.restore', { id: 'one' }))
    expect(valueOf(await ask('evidence.list', { draftKey }))).toHaveLength(1)
  })

  it('stays with a draft that was thrown away and brought back', async () => {
    const { ask, draftKey } = await anaWithDraft()
    valueOf(await ask('evidence.add', { draftKey, id: 'one', source: transcript }))
    const { undo } = valueOf(await ask('draft.discard', { draftKey }))
    valueOf(await ask('draft.restore', { draft: undo }))
    expect(valueOf(await ask('evidence.list', { draftKey }))).toHaveLength(1)
  })

  it('names another deal that links to the same recording, whatever the time in it', async () => {
    const { ask, draftKey, office } = await anaWithDraft()
    const draft = await office.drafts.get(draftKey)
    if (!draft) throw new Error('There should be a draft.')
    const other = { opportunityId: '006Hs0000000CMNIA2', opportunityName: 'Sahara' }
    await office.drafts.start({ ...draft, ...other, key: 'other' })
    valueOf(await ask('evidence.add', { draftKey: 'other', id: 'one', source: recording }))
    const url = 'https://calls.example/r/77/?t=9'
    expect(valueOf(await ask('evidence.elsewhere', { draftKey, url }))).toEqual(['Sahara'])
    expect(valueOf(await ask('evidence.elsewhere', { draftKey: 'other', url }))).toEqual([])
  })

  it('is not shown to somebody else on the same computer', async () => {
    const { ask, draftKey, world } = await anaWithDraft()
    valueOf(await ask('evidence.add', { draftKey, id: 'one', source: transcript }))
    world.browser.signIn('005Hs00000009f3IAA')
    expect(valueOf(await ask('evidence.list', { draftKey }))).toEqual([])
    expect(valueOf(await ask('evidence.read', { id: 'one' }))).toBeNull()
    const removed = await ask('evidence.remove', { id: 'one' })
    expect(removed.outcome).toBe('trouble')
  })
})
