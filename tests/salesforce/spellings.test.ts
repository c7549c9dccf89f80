import { describe, expect, it } from 'vitest'
import { eventKinds } from '#lib/handoff/event.ts'
import { kindValues, statusValues, variantValues } from '#lib/salesforce/handoff-values.ts'
import { builtInTemplates } from '#lib/templates/all.ts'
import { modelOf, picklistValues } from './check/model.ts'
import { componentFrom, readPackage } from './check/package-files.ts'

const files = Object.entries(readPackage('salesforce/force-app/main/default'))
const model = modelOf(files.flatMap(([file, source]) => componentFrom(file, source)[0] ?? []))

function deployed(object: string, field: string): Set<string> {
  const found = model.objects.get(object)?.fields.get(field)
  return new Set((found && picklistValues(found)) ?? [])
}

describe('what the extension writes into picklists', () => {
  it.each([
    ['statuses', 'Handoff__c', 'Status__c', Object.values(statusValues)],
    ['statuses', 'Opportunity', 'Handoff_Status__c', Object.values(statusValues)],
    ['kinds', 'Handoff__c', 'Type__c', Object.values(kindValues)],
    ['variants', 'Handoff__c', 'Variant__c', Object.values(variantValues)],
    ['kinds of events', 'Handoff_Event__c', 'Kind__c', eventKinds],
  ])('has the %s of %s.%s and no others', (_what, object, field, values) => {
    expect(new Set<string>(values)).toEqual(deployed(object, field))
  })

  it.each(builtInTemplates.map(({ key, declineReasons }) => [key, declineReasons] as const))(
    'has a label for every decline reason of %s',
    (_key, reasons) => {
      const known = deployed('Handoff__c', 'Reject_Reason__c')
      expect(reasons.filter(({ code }) => !known.has(code))).toEqual([])
    },
  )
})
