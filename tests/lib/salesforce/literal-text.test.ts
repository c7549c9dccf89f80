import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { storedJson, withoutReferences, wordingOf } from '#lib/salesforce/literal-text.ts'

const withReferences = fc
  .array(fc.constantFrom('@{', '@', '{', '}', 'refOpp.Name', '\\', '"', 'é', '\n', '@@{{'))
  .map((parts) => parts.join(''))

describe('stored JSON', () => {
  it('shows no reference and reads back as the very same value', () => {
    fc.assert(
      fc.property(fc.array(fc.dictionary(withReferences, withReferences)), (value) => {
        const json = storedJson(value)
        expect(json).not.toContain('@{')
        expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })
})

describe('a part of a transaction', () => {
  it('carries no reference of a user’s, at the same length', () => {
    fc.assert(
      fc.property(withReferences, (text) => {
        const { body } = withoutReferences({
          id: 'a',
          method: 'POST',
          path: '/sobjects/@{guard.records[0].Id}',
          body: { records: [{ Words__c: text, n: 1, nothing: null }] },
        })
        expect(JSON.stringify(body)).not.toContain('@{')
        expect(body).toMatchObject({
          records: [{ Words__c: expect.stringMatching(''), n: 1, nothing: null }],
        })
        expect(JSON.stringify(body).length).toBe(
          JSON.stringify({ records: [{ Words__c: text, n: 1, nothing: null }] }).length,
        )
      }),
    )
  })
})

describe('the wording of a row', () => {
  it('is what has to be set right afterwards', () => {
    const row = { NextStep: 'Ask @{refOpp.Name}', StageName: 'Closed Won', Amount: 3, Note: null }
    expect(wordingOf('/sobjects/Opportunity/006', row)).toEqual({
      path: '/sobjects/Opportunity/006',
      body: { NextStep: 'Ask @{refOpp.Name}' },
    })
  })

  it('is nothing when no text looks like a reference', () => {
    expect(wordingOf('/x', { NextStep: 'Mail ana@acme.example {soon}' })).toBeNull()
  })
})
