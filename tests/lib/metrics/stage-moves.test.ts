import { describe, expect, it } from 'vitest'
import { withStages } from '#lib/metrics/stage-moves.ts'
import { record } from './records.ts'

/** Accepted on 5 May; when its deal was won is not known. */
const handoff = (over: Parameters<typeof record>[0] = {}) => ({
  ...record({ wonAt: null, outcome: 'won', ...over }),
  opportunityId: 'o1',
})

const entry = (stage: string, at: string, opportunityId = 'o1') => ({ opportunityId, stage, at })
const begun = entry('Qualification', '2027-04-01T00:00:00Z')
const won = entry('Closed Won', '2027-05-03T00:00:00Z')

describe('the history of a deal', () => {
  it('says when it was won, a later change of its amount left out', () => {
    const amount = entry('Closed Won', '2027-05-09T00:00:00Z')
    expect(withStages([handoff()], [amount, won, begun])).toEqual([handoff({ wonAt: won.at })])
  })

  it('says when it first moved after the acceptance', () => {
    const moves = [
      entry('Proposal', '2027-05-07T00:00:00Z'),
      entry('Closed', '2027-05-09T00:00:00Z'),
    ]
    expect(withStages([handoff()], [begun, ...moves])).toEqual([
      handoff({ stageMovedAt: '2027-05-07T00:00:00Z' }),
    ])
  })

  it('says nothing of a deal that is not won, or whose history is not read', () => {
    const other = entry('Closed Won', '2027-05-03T00:00:00Z', 'o2')
    expect(withStages([handoff()], [other])).toEqual([handoff()])
    expect(withStages([handoff({ outcome: 'open' })], [begun, won])).toEqual([
      handoff({ outcome: 'open' }),
    ])
  })

  it('takes nothing away that Salesforce tells itself', () => {
    const known = handoff({ wonAt: '2027-05-02T00:00:00Z', stageMovedAt: null })
    expect(withStages([known], [])).toEqual([known])
  })
})
