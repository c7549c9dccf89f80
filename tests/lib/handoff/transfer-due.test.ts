import { expect, it } from 'vitest'
import { transferStanding } from '#lib/handoff/transfer-due.ts'
import { ana, handoff, template } from './builders.ts'

const accepted = handoff({ status: 'accepted' })
const days = { decided: '2026-03-10', effective: '2026-04-09' }
const exit = { phase: 'exit', until: '2026-03-20' }

it.each([
  ['is due when the phase ends', [exit], '2026-03-20', { is: 'due', day: '2026-03-20' }],
  ['waits until then', [exit], '2026-03-19', { is: 'waiting', day: '2026-03-20' }],
  [
    'waits for the day of the handoff in a variant without it',
    [],
    '2026-04-08',
    { is: 'waiting', day: '2026-04-09' },
  ],
  ['is due on that day', [], '2026-04-09', { is: 'due', day: '2026-04-09' }],
])('a change of owner at the end of a phase %s', (_, phases, today, standing) => {
  const asked = template([], {
    transfer: { trigger: ['By hand'], ownerMoves: 'at-phase-end', afterPhase: 'exit' },
  })
  const known = { ...days, today, phases }
  expect(transferStanding(accepted, ana, { template: asked, days: known })).toEqual(standing)
})
