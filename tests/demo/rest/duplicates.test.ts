import { describe, expect, it } from 'vitest'
import { served } from './served.ts'

const ALLOWED = { 'Sforce-Duplicate-Rule-Header': 'allowSave=true' }

/** An org with one contact and one rule that finds its e-mail address again. */
function withRule(rule: { readonly allowSave?: boolean; readonly matchingRule?: string } = {}) {
  const org = served({ duplicateRules: [{ object: 'Contact', fields: ['Email'], ...rule }] })
  const values = { LastName: 'Able', Email: 'ann@b.example' }
  const id = org.me.create('Contact', values)
  const again = (headers: Readonly<Record<string, string>> = {}) =>
    org.answer('POST', '/sobjects/Contact', { body: values, headers })
  return { id, again }
}

describe('a refused duplicate', () => {
  // https://developer.salesforce.com/docs/platform/api/guide/sforce-api-objects-duplicateresult.html
  it('names the rule and the records that are there', async () => {
    const { id, again } = withRule({ matchingRule: 'Same_Address' })
    const record = {
      attributes: { type: 'Contact', url: `/services/data/v67.0/sobjects/Contact/${id}` },
      Id: id,
    }
    const matchRecords = [
      { additionalInformation: [], fieldDiffs: [], matchConfidence: 100, record },
    ]
    const matchResult = {
      entityType: 'Contact',
      errors: [],
      matchEngine: 'ExactMatchEngine',
      matchRecords,
      rule: 'Same_Address',
      size: 1,
      success: true,
    }
    const duplicateResult = {
      allowSave: true,
      duplicateRule: 'Standard_Duplicate_Rule',
      duplicateRuleEntityType: 'Contact',
      errorMessage: 'Use one of these records?',
      matchResults: [matchResult],
    }
    const message = 'Use one of these records?'
    expect(await again()).toEqual({
      status: 400,
      body: [{ duplicateResult, errorCode: 'DUPLICATES_DETECTED', message }],
    })
  })

  it('is saved where the caller allows it and the rule does', async () => {
    expect(await withRule().again(ALLOWED)).toMatchObject({ status: 201 })
  })

  it('is not saved where the rule blocks, whatever the caller allows', async () => {
    expect(await withRule({ allowSave: false }).again(ALLOWED)).toMatchObject({
      status: 400,
      body: [{ duplicateResult: { allowSave: false } }],
    })
  })
})
