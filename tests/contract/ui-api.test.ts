import { describe, expect, it } from 'vitest'
import { differences, isObject } from './likeness.ts'
import { orgUnderTest } from './org-under-test.ts'
import { plainOrg } from './plain-org.ts'
import { recorded } from './recording.ts'

const INFO = '/services/data/v67.0/ui-api/object-info/Account'
const VALUES = `${INFO}/picklist-values/012000000000000AAA`

async function answered(path: string): Promise<Record<string, unknown>> {
  const { status, body } = await orgUnderTest(plainOrg()).call('GET', path)
  expect(status).toBe(200)
  return isObject(body) ? body : {}
}

/** What two objects have of their own: other fields and relations, record types, the host of icons. */
function comparable(info: unknown): unknown {
  if (!isObject(info)) return info
  const { eTag: _, childRelationships, defaultRecordTypeId, recordTypeInfos, ...rest } = info
  const [child] = Array.isArray(childRelationships) ? childRelationships : []
  const types = isObject(recordTypeInfos) ? recordTypeInfos : {}
  return { ...rest, child, master: types['012000000000000AAA'], id: typeof defaultRecordTypeId }
}

describe('the UI API', () => {
  it('tells of an object with the keys and types that were recorded', async () => {
    const theirs = recorded('lwc-recipes/wireGetObjectInfo__getObjectInfo.json')
    const ours = await answered(INFO)
    const unlike = differences(comparable(theirs), comparable(ours))
    const recent = unlike.filter((one) => !one.endsWith('was never recorded'))
    // The recorded org has two objects that the demo org has not.
    expect(recent).toEqual([
      expect.stringContaining('DandbCompanyId.referenceToInfos'),
      expect.stringContaining('OperatingHoursId.referenceToInfos'),
    ])
  })

  it('tells what a field is as recorded, word for word', async () => {
    const theirs = recorded('lwc-recipes/wireGetObjectInfo__getObjectInfo.json')
    const ours = await answered(INFO)
    const fields = isObject(theirs) && isObject(theirs['fields']) ? theirs['fields'] : {}
    const { DandbCompanyId: _, OperatingHoursId: __, ...known } = fields
    expect(ours['fields']).toMatchObject(known)
  })

  it('tells what all picklists offer as recorded', async () => {
    const file = 'lwc-recipes/wireGetPicklistValuesByRecordType__getPicklistValuesByRecordType.json'
    expect(differences(recorded(file), await answered(VALUES))).toEqual([])
  })

  it('tells what one picklist offers as recorded, word for word', async () => {
    const theirs = recorded('lwc-recipes/wireGetPicklistValues__getPicklistValues.json')
    const ours = await answered(`${VALUES}/Type`)
    expect({ ...ours, eTag: '', url: '' }).toEqual(
      isObject(theirs) ? { ...theirs, eTag: '', url: '' } : {},
    )
    expect(ours['url']).toBe(`${VALUES}/Type`)
  })
})
