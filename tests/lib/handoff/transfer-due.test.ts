import { describe, expect, it } from 'vitest'
import { isTransferDue, transferStanding } from '#lib/handoff/transfer-due.ts'
import type { Template } from '#lib/handoff/template.ts'
import type { TransferSnapshot } from '#lib/handoff/transfer.ts'
import { ana, ben, handoff, mara, template } from './builders.ts'
import { bodo, item } from './inbox-items.ts'

const days = {
  today: '2026-03-10',
  decided: '2026-03-09',
  effective: null,
  phases: [
    { phase: 'lead', until: '2026-03-10' },
    { phase: 'exit', until: '2026-04-01' },
  ],
}
const taken = handoff({ status: 'accepted', outgoing: ana, incoming: ben })

function standing(
  transfer: Omit<Template['transfer'], 'trigger'>,
  changes: Partial<typeof days> | { readonly effective: string } = {},
) {
  const own = { ...template([]), transfer: { trigger: ['won'], ...transfer } }
  return transferStanding(taken, ana, { template: own, days: { ...days, ...changes } })
}

const snapshot: TransferSnapshot = {
  v: 1,
  count: 1,
  at: '2026-03-10T09:00:00Z',
  by: mara,
  reason: '',
  from: ana,
  to: ben,
  team: [],
  grants: [],
  moved: [],
  credits: [],
  waits: { team: [], grants: [] },
  undone: null,
}

describe('the owner of a deal that was handed over changes', () => {
  it.each([
    { ownerMoves: 'on-accept', is: 'due', day: '2026-03-09' },
    { ownerMoves: 'at-phase-end', afterPhase: 'lead', is: 'due', day: '2026-03-10' },
    { ownerMoves: 'at-phase-end', afterPhase: 'exit', is: 'waiting', day: '2026-04-01' },
    { ownerMoves: 'at-phase-end', is: 'waiting', day: '2026-04-01' },
    { ownerMoves: 'at-phase-end', afterPhase: 'shadow', is: 'waiting', day: null },
    { ownerMoves: 'at-effective-date', is: 'waiting', day: null },
  ] as const)('$ownerMoves $afterPhase: $is $day', ({ is, day, ...transfer }) => {
    expect(standing(transfer)).toEqual({ is, day })
  })

  it('on the day that was set, and not a day before', () => {
    const at = (effective: string) => standing({ ownerMoves: 'at-effective-date' }, { effective })
    expect(at('2026-03-11')).toMatchObject({ is: 'waiting' })
    expect(at('2026-03-10')).toMatchObject({ is: 'due' })
  })

  it('never, when the template says so', () => {
    expect(standing({ ownerMoves: 'never' })).toEqual({ is: 'nothing' })
  })
})

describe('once the owner has changed', () => {
  const own: Template = {
    ...template([]),
    transfer: { trigger: ['won'], ownerMoves: 'on-accept' },
  }
  const terms = { template: own, days }

  it.each([
    { says: 'done', owner: ben, undone: null },
    { says: 'due', owner: ana, undone: null },
    { says: 'undone', owner: ana, undone: { at: '2026-03-10T10:00:00Z', by: mara } },
    { says: 'due', owner: mara, undone: { at: '2026-03-10T10:00:00Z', by: mara } },
  ])(
    'with $owner.name as the owner and undone $undone.at it is $says',
    ({ says, owner, undone }) => {
      const changed = { ...taken, transfer: { ...snapshot, undone } }
      expect(transferStanding(changed, owner, terms)).toMatchObject({ is: says })
    },
  )

  it('by somebody elsewhere, nothing is left to do', () => {
    expect(transferStanding(taken, ben, terms)).toEqual({ is: 'nothing' })
  })

  it('is not asked for before the handoff is accepted', () => {
    const waiting = { ...taken, status: 'submitted' as const }
    expect(transferStanding(waiting, ana, terms)).toEqual({ is: 'nothing' })
  })
})

describe('a handoff in a list', () => {
  const listed = item({ status: 'accepted', effectiveDate: '2026-11-24' })

  it.each([
    { about: listed, is: true },
    { about: { ...listed, effectiveDate: '2026-11-26' }, is: false },
    { about: { ...listed, effectiveDate: null }, is: false },
    { about: { ...listed, dealOwnerId: bodo.userId }, is: false },
    { about: { ...listed, dealOwnerId: '' }, is: false },
    { about: { ...listed, status: 'completed' as const }, is: false },
  ])(
    'is due to change hands on $about.effectiveDate, of $about.dealOwnerId: $is',
    ({ about, is }) => {
      expect(isTransferDue(about, '2026-11-25')).toBe(is)
    },
  )
})
