// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { createSaveQueue } from '#components/hooks/save-queue.ts'
import type { Answer } from '#lib/handoff/answer.ts'
import { acmeUsers, brightwater } from '../../lib/salesforce/org-in-process.ts'
import { anaWithDraft } from './people-at-work.ts'

const said = (text: string): Answer => ({
  kind: 'given',
  value: { type: 'text', text },
  provenance: { from: 'typed' },
  evidence: [],
  by: { userId: acmeUsers.ana, name: 'Ana Ferreira' },
  at: '2026-11-23T12:00:00.000Z',
})

describe.each([
  { row: 'F16', name: 'QuotaExceededError', says: 'Encountered full disk while committing.' },
  { row: 'F17', name: 'UnknownError', says: 'IO error: No space left on device (ENOSPC)' },
])('a disk without room, which Chromium calls $name ($row)', ({ name, says }) => {
  it('leaves the text in the editor with a sentence, and keeps it when there is room again', async () => {
    const { ask, draftKey, ports } = await anaWithDraft()
    const state = { isFull: true }
    ports.database.use({
      stack: 'dbcore',
      name: 'full-disk',
      create: (core) => ({
        ...core,
        table: (table) => {
          const own = core.table(table)
          return {
            ...own,
            mutate: (request) =>
              state.isFull ? Promise.reject(new DOMException(says, name)) : own.mutate(request),
          }
        },
      }),
    })
    ports.database.close({ disableAutoOpen: false })
    await ports.database.open()
    const queue = createSaveQueue(async (question, answer) => {
      const stored = await ask('draft.answer', { draftKey, question, answer })
      return stored.outcome === 'ok' ? null : stored.trouble.detail
    })
    queue.put('why.now', said('Dana leaves in June'))
    await queue.settled()
    expect(queue.state()).toEqual({
      state: 'failed',
      because: 'This computer has no room left.',
    })
    expect(queue.over({})['why.now']).toEqual(said('Dana leaves in June'))
    const [refused] = [await ask('draft.answer', { draftKey, question: 'x', answer: said('y') })]
    expect(refused).toMatchObject({ outcome: 'trouble', trouble: { kind: 'storage-full' } })
    state.isFull = false
    queue.flush()
    await expect.poll(() => queue.state().state).toBe('saved')
    const draft = await ask('draft.read', { opportunityId: brightwater })
    expect(draft?.answers['why.now']).toEqual(said('Dana leaves in June'))
  })
})
