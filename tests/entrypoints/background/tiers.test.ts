// @vitest-environment node
import { describe, expect, it } from 'vitest'
import type { Answer } from '#lib/handoff/answer.ts'
import type { Tier } from '#lib/handoff/tier.ts'
import { acmeUsers } from '../../lib/salesforce/org-in-process.ts'
import { anaWithDraft } from './people-at-work.ts'
import { valueOf } from './worker-in-process.ts'

/** What Ana has written for each circle of readers, in questions of whatever tier. */
const secrets: readonly { question: string; tier: Tier; words: string }[] = [
  { question: 'why.us', tier: 'me', words: 'zz for me alone' },
  { question: 'why.now', tier: 'recipient', words: 'zz for the recipient' },
  { question: 'outOfScope', tier: 'account-team', words: 'zz for the team' },
  { question: 'goal', tier: 'everyone', words: 'zz for everyone' },
]

/** Everything that left Ana's computer when she submitted. */
async function sent(managed: Record<string, unknown>): Promise<string> {
  const ana = await anaWithDraft()
  Object.assign(ana.browser.managed, managed)
  const bodies: string[] = []
  const { fetch } = ana.world
  Object.assign(ana.ports, {
    fetch: async (url: string, init: RequestInit) => {
      bodies.push(typeof init.body === 'string' ? init.body : '')
      return fetch(url, init)
    },
  })
  let { revision } = ana
  for (const { question, tier, words } of secrets) {
    const answer: Answer = {
      kind: 'given',
      value: { type: 'text', text: words },
      provenance: { from: 'typed' },
      evidence: [],
      tier,
      by: { userId: acmeUsers.ana, name: 'Ana Ferreira' },
      at: ana.ports.now(),
    }
    const { draftKey } = ana
    ;({ revision } = valueOf(await ana.ask('draft.answer', { draftKey, question, answer })))
  }
  valueOf(await ana.ask('handoff.submit', { draftKey: ana.draftKey, revision }))
  await ana.settled()
  const rows = ana.rows('SELECT FIELDS(ALL) FROM Handoff__c LIMIT 9')
  expect(rows).toHaveLength(1)
  return JSON.stringify(rows) + bodies.join('')
}

describe('an answer', () => {
  it.each([
    { narrowestTier: undefined, leave: ['recipient', 'account-team', 'everyone'] },
    { narrowestTier: 'recipient', leave: ['recipient', 'account-team', 'everyone'] },
    { narrowestTier: 'account-team', leave: ['account-team', 'everyone'] },
    { narrowestTier: 'everyone', leave: ['everyone'] },
    { narrowestTier: 'nonsense', leave: ['everyone'] },
  ])(
    'leaves the computer under the policy $narrowestTier only for $leave',
    async ({ narrowestTier, leave }) => {
      const left = await sent(narrowestTier === undefined ? {} : { narrowestTier })
      const found = secrets.filter(({ words }) => left.includes(words)).map(({ tier }) => tier)
      expect(found).toEqual(leave.filter((tier) => found.some((one) => one === tier)))
      expect(found).not.toContain('me')
      expect(left.includes('zz for me alone')).toBe(false)
    },
  )
})
