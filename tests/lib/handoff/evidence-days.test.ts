import { expect, it } from 'vitest'
import { pinned } from '#lib/handoff/pin.ts'
import { prefill } from '#lib/handoff/prefill.ts'
import { wordsOf } from '#lib/handoff/spoken-value.ts'
import { ana, deal, NOW, question, section, template } from './builders.ts'

const proof = question({
  answer: { type: 'evidence' },
  prefill: [{ from: 'activities' }],
})
// Late in the evening in New York.
const at = '2026-05-13T02:30:00.000Z'
const timeZone = 'America/New_York'

it('a meeting that is filled in as evidence tells the day it was where the user is', () => {
  const [activity] = deal().activities
  if (!activity) throw new Error('no activity')
  const activities = [{ ...activity, kind: 'meeting' as const, subject: 'Kickoff', at }]
  const record = deal({ activities, timeZone })
  const answer = prefill(template([section([proof])]), record, { by: ana, at: NOW })['why.pain']
  expect(answer?.kind === 'given' && wordsOf(answer.value)).toBe('Kickoff, 12 May 2026')
})

it.each([
  { at, words: 'Kickoff, 12 May 2026' },
  { at: '2026-05-13', words: 'Kickoff, 13 May 2026' },
  { at: 'at 12:30', words: 'Kickoff, at 12:30' },
])('what is pinned as evidence of $at says $words', ({ at: when, words }) => {
  const blank = { id: 'e1', kind: 'meeting', recordId: '', quote: '', url: '' } as const
  const evidence = { ...blank, title: 'Kickoff', at: when }
  const pin = { question: proof, evidence, by: ana, at: NOW, timeZone }
  const once = pinned({ ...pin, answer: undefined })
  expect(once?.kind === 'given' && wordsOf(once.value)).toBe(words)
  // The same is pinned once.
  const twice = pinned({ ...pin, answer: once ?? undefined })
  expect(twice?.kind === 'given' && wordsOf(twice.value)).toBe(words)
})
