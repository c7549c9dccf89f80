import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { namesIn } from '#lib/salesforce/names.ts'
import { transactionOf } from '#lib/salesforce/transaction.ts'
import type { Terms } from '#lib/salesforce/write.ts'
import { promise, submission, submitted } from './plans.ts'

const terms: Terms = { names: namesIn({}), knownCommitments: new Set(), mirror: true }

const ids = (plan = submission(), with_ = terms) =>
  transactionOf(plan, with_).parts.map(({ id }) => id)

const bodyOf = (id: string, plan = submission(), with_ = terms) =>
  transactionOf(plan, with_).parts.find((part) => part.id === id)

describe('a first submission', () => {
  it('makes the handoff, then its entry in the log, before anything that could have changed', () => {
    expect(ids()).toEqual(['handoff', 'event', 'opportunity', 'commitments', 'share_0'])
  })

  it('names the handoff by its key wherever it has no id yet', () => {
    expect(bodyOf('handoff')?.path).toBe('/sobjects/Handoff__c/Client_Key__c/key-1')
    expect(bodyOf('event')?.body).toMatchObject({
      Handoff__r: { Client_Key__c: 'key-1' },
      Operation_Key__c: 'op-1',
      To_Status__c: 'Submitted',
    })
  })

  it('writes shares of one as percent and leaves out what is not planned', () => {
    expect(bodyOf('handoff')?.body).toMatchObject({
      Completeness__c: 82,
      Methodology_Coverage__c: null,
      Status__c: 'Submitted',
      Type__c: 'AE_CSM',
    })
    expect(bodyOf('handoff')?.body).not.toHaveProperty('Decision__c')
  })

  it('says for reports why the deal changes hands, where its template asks', () => {
    const by = { userId: '005Hs00000006RMIAY', name: 'Ana Ferreira' }
    const reason = {
      kind: 'given' as const,
      value: { type: 'picklist' as const, value: 'regional-change' },
      provenance: { from: 'typed' as const },
      evidence: [],
      by,
      at: '2026-11-23T09:00:00.000Z',
    }
    const { packet } = submission()
    const plan = { ...submission(), packet: packet && { ...packet, answers: { reason } } }
    expect(bodyOf('handoff', plan)?.body).toMatchObject({ Transition_Reason__c: 'REGIONAL_CHANGE' })
    expect(bodyOf('handoff')?.body).not.toHaveProperty('Transition_Reason__c')
  })

  it('changes the opportunity only if nobody else has since', () => {
    expect(bodyOf('opportunity')).toMatchObject({
      path: '/sobjects/Opportunity/006Hs0000000847IAA',
      headers: { 'If-Unmodified-Since': 'Sun, 22 Nov 2026 07:25:37 GMT' },
      body: { NextStep: 'New', Handoff_Status__c: 'Submitted', Handoff_Readiness__c: 82 },
    })
  })

  it('leaves the opportunity’s own copy of the status out when it may not be written', () => {
    const withoutFields = submission({ fieldChanges: [] })
    expect(ids(withoutFields, { ...terms, mirror: false })).not.toContain('opportunity')
  })

  it('writes accounts to the account', () => {
    const change = { label: '', before: null, question: 'q' }
    const plan = submission({
      fieldChanges: [{ ...change, path: 'Account.Industry', after: 'Logistics' }],
    })
    expect(bodyOf('account', plan)).toMatchObject({
      path: '/sobjects/Account/001Hs00000006O7IAI',
      body: { Industry: 'Logistics' },
    })
  })

  it('refuses a field of a record it does not know, rather than forgetting it', () => {
    const change = { label: '', before: null, question: 'q', after: 1 }
    const plan = submission({ fieldChanges: [{ ...change, path: 'Contract.ContractTerm' }] })
    expect(() => transactionOf(plan, terms)).toThrow('Contract.ContractTerm')
  })

  it('stays within five collections and twenty-five parts with many promises', () => {
    const commitments = Array.from({ length: 150 }, (_, position) => ({
      ...promise,
      key: `promise-${position}`,
      position,
    }))
    const { parts } = transactionOf(submission({ commitments }), terms)
    expect(parts.length).toBeLessThanOrEqual(25)
    expect(parts.filter(({ path }) => path.startsWith('/composite')).length).toBeLessThanOrEqual(5)
  })

  it('works under other names', () => {
    const names = namesIn({ namespace: 'acme', objects: { handoff: 'Sales_Handoff__c' } })
    const { parts } = transactionOf(submission(), { ...terms, names })
    expect(parts.map(({ path }) => path)).toEqual([
      '/sobjects/Sales_Handoff__c/acme__Client_Key__c/key-1',
      '/sobjects/acme__Handoff_Event__c',
      '/sobjects/Opportunity/006Hs0000000847IAA',
      '/composite/sobjects/acme__Handoff_Commitment__c/acme__Client_Key__c',
      '/sobjects/Sales_Handoff__Share',
    ])
  })
})

describe('a later move', () => {
  const later = submission({
    handoffId: 'a00Hs000000001AIAQ',
    events: [{ ...submitted, fromStatus: 'declined', kind: 'Resubmitted' }],
  })

  it('finds the handoff in the status it starts from, and logs before it changes it', () => {
    expect(ids(later)).toEqual([
      'guard',
      'event',
      'handoff',
      'opportunity',
      'commitments',
      'share_0',
    ])
    expect(decodeURIComponent(bodyOf('guard', later)?.path ?? '')).toContain(
      "Status__c = 'Rejected'",
    )
    expect(bodyOf('handoff', later)?.path).toBe('/sobjects/Handoff__c/@{guard.records[0].Id}')
  })

  it('changes promises that Salesforce has, without naming their handoff again', () => {
    const part = bodyOf('commitments', later, {
      ...terms,
      knownCommitments: new Set(['promise-1']),
    })
    expect(part).toMatchObject({
      method: 'PATCH',
      path: '/composite/sobjects/Handoff_Commitment__c/Client_Key__c',
    })
    expect(JSON.stringify(part?.body)).not.toMatch(/Handoff__[cr]"|State__c/)
  })
})

it('a subject that is too long is cut between two characters', () => {
  const subject = `${'x'.repeat(254)}🏭`
  const task = { subject, description: '', owner: submitted.actor, day: null, remindAt: null }
  const plan = { ...submission(), tasks: [{ ...task, on: 'handoff' as const }] }
  expect(bodyOf('tasks', plan)?.body).toMatchObject({ records: [{ Subject: 'x'.repeat(254) }] })
})

describe('text that looks like a reference', () => {
  it('is nowhere in the transaction, and is set right afterwards', () => {
    const text = fc.constantFrom('@{handoff.id}', 'a @{x} b', '@{')
    fc.assert(
      fc.property(text, (hostile) => {
        const base = submission()
        const [change] = base.fieldChanges
        const plan = submission({
          handoff: { ...base.handoff, summary: hostile },
          fieldChanges: change ? [{ ...change, after: hostile }] : [],
          commitments: [{ ...promise, row: { ...promise.row, words: hostile } }],
        })
        const { parts, wordings } = transactionOf(plan, terms)
        const bodies = parts.filter(({ id }) => !id.startsWith('share')).map(({ body }) => body)
        expect(JSON.stringify(bodies)).not.toContain('@{')
        expect(wordings).toEqual([
          { path: '/sobjects/Handoff__c/Client_Key__c/key-1', body: { Summary__c: hostile } },
          { path: '/sobjects/Opportunity/006Hs0000000847IAA', body: { NextStep: hostile } },
          {
            path: '/sobjects/Handoff_Commitment__c/Client_Key__c/promise-1',
            body: { Words__c: hostile },
          },
        ])
      }),
    )
  })
})
