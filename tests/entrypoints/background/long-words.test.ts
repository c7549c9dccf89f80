// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { brightwater as opportunityId } from '../../lib/salesforce/org-in-process.ts'
import { benInTransition, benWithHandoff } from './people-at-work.ts'

const long = 'Depot plans are made by hand. '.repeat(1100)
const refusal = {
  outcome: 'trouble',
  trouble: { kind: 'not-now', detail: expect.stringMatching(/leave out \d+ characters/) },
}

describe('words that are longer than Salesforce takes', () => {
  it('of a question or of a decline are refused before anything is on its way', async () => {
    const { ask, handoffId } = await benWithHandoff()
    await ask('context.read', { opportunityId, fresh: true })
    const asked = [{ question: 'success', section: null, body: long }]
    expect(await ask('handoff.ask', { handoffId, asked })).toMatchObject(refusal)
    const about = { reasons: ['NO_SUCCESS_CRITERIA'], questions: ['success'], comment: long }
    expect(await ask('handoff.decline', { handoffId, ...about })).toMatchObject(refusal)
    expect(await ask('outbox.read', {})).toEqual([])
  })

  it('of a note are refused, for notes are kept together', async () => {
    const { ask, handoffId, settled, ports } = await benInTransition()
    const note = (key: string, words: string) =>
      ask('transition.milestone', { handoffId, change: { key, status: 'open', note: words } })
    expect(await note('kickoff', long)).toMatchObject(refusal)
    const half = long.slice(0, 17_000)
    expect(await note('kickoff', half)).toMatchObject({ outcome: 'ok' })
    await settled()
    await ask('context.read', { opportunityId, fresh: true })
    expect(await note('sync', half)).toMatchObject(refusal)
    const contact = { handoffId, at: ports.now(), note: long }
    expect(await ask('transition.contact', contact)).toMatchObject(refusal)
  })
})
