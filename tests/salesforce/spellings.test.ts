import { describe, expect, it } from 'vitest'
import { eventKinds } from '#lib/handoff/event.ts'
import { kindValues, statusValues, variantValues } from '#lib/salesforce/handoff-values.ts'
import { builtInTemplates } from '#lib/templates/all.ts'
import { modelOf, picklistValues } from './check/model.ts'
import { componentFrom, readPackages } from './check/package-files.ts'

const files = Object.entries(readPackages('salesforce'))
const model = modelOf(files.flatMap(([file, source]) => componentFrom(file, source)[0] ?? []))

function deployed(object: string, field: string): Set<string> {
  const found = model.objects.get(object)?.fields.get(field)
  return new Set((found && picklistValues(found)) ?? [])
}

describe('what the extension writes into picklists', () => {
  it.each([
    { object: 'Handoff__c', field: 'Status__c', values: Object.values(statusValues) },
    { object: 'Opportunity', field: 'Handoff_Status__c', values: Object.values(statusValues) },
    { object: 'Handoff__c', field: 'Type__c', values: Object.values(kindValues) },
    { object: 'Handoff__c', field: 'Variant__c', values: Object.values(variantValues) },
    { object: 'Handoff_Event__c', field: 'Kind__c', values: eventKinds },
  ])('is exactly what $object.$field holds', ({ object, field, values }) => {
    expect(new Set<string>(values)).toEqual(deployed(object, field))
  })

  it.each(builtInTemplates.map(({ key, declineReasons }) => [key, declineReasons] as const))(
    'has a label for every decline reason of %s',
    (_key, reasons) => {
      const known = deployed('Handoff__c', 'Reject_Reason__c')
      expect(reasons.filter(({ code }) => !known.has(code))).toEqual([])
    },
  )

  it('has a label for every reason to change hands', () => {
    const questions = builtInTemplates.flatMap(({ sections }) =>
      sections.flatMap((one) => one.questions),
    )
    const values = questions.flatMap(({ key, answer }) =>
      key === 'reason' && answer.type === 'picklist' ? (answer.options ?? []) : [],
    )
    const known = deployed('Handoff__c', 'Transition_Reason__c')
    const written = values.map(({ value }) => value.toUpperCase().replaceAll('-', '_'))
    expect(written.length).toBeGreaterThan(0)
    expect(written.filter((value) => !known.has(value))).toEqual([])
  })
})
