import { afterEach, expect, it, vi } from 'vitest'

afterEach(() => vi.unstubAllGlobals())

const lost = 'A listener indicated an asynchronous response, but the message channel closed'

/** A move over which the worker is gone before it has answered; the next one has this in its outbox. */
async function moveOver(outbox: readonly object[] | null, because = lost) {
  vi.resetModules()
  const sendMessage = async ({ request }: { readonly request: string }) => {
    if (request === 'outbox.read' && outbox) return { answer: outbox }
    throw new Error(because)
  }
  vi.stubGlobal('chrome', { runtime: { sendMessage } })
  const { attempted } = await import('#components/hooks/attempted.ts')
  const { ask } = await import('#components/hooks/segue.ts')
  const asked = { handoffId: 'a handoff', words: 'Please look' }
  return attempted('a handoff', () => ask('handoff.remind', asked))
}

const later = new Date(Date.now() + 60_000).toISOString()
const before = '2026-01-01T00:00:00.000Z'
const made = { handoffId: 'a handoff', createdAt: later }

it('a move whose worker is gone is on its way where the next one has it', async () => {
  const others = [
    { ...made, createdAt: before },
    { ...made, handoffId: 'another' },
  ]
  expect(await moveOver([...others, made])).toEqual({ outcome: 'ok', value: made })
})

it.each([[[]], [[{ ...made, createdAt: before }]], [null]])(
  'a move whose worker is gone is a trouble where %j is all that is known',
  async (outbox) => {
    expect(await moveOver(outbox)).toEqual({
      outcome: 'trouble',
      trouble: { kind: 'unknown', detail: lost, fields: [] },
    })
  },
)

it('a move in a page under which Segue was updated says that it was', async () => {
  expect(await moveOver(null, 'Extension context invalidated.')).toEqual({
    outcome: 'trouble',
    trouble: {
      kind: 'updated',
      detail: 'Segue was updated. Copy what you need, then reload this page.',
      fields: [],
    },
  })
})
