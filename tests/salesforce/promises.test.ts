import { describe, expect, it } from 'vitest'
import { promiseLimits } from '#lib/handoff/promise-limits.ts'
import { heardLimit, wordsLimit } from '#lib/handoff/field-length.ts'
import { all, isTrue, text, texts } from './check/element.ts'
import { isComputed, isRequired, modelOf, ofType, picklistValues } from './check/model.ts'
import { componentFrom, readPackages } from './check/package-files.ts'

const files = Object.entries(readPackages('salesforce'))
const model = modelOf(files.flatMap(([file, source]) => componentFrom(file, source)[0] ?? []))
const sets = ofType(model, 'PermissionSet')
const objects = [...model.objects.values()]
const fields = objects.flatMap((object) => Array.from(object.fields.values()))

function permissionsOn(object: string, set: string): string[] {
  const root = sets.find(({ name }) => name === set)?.root
  const grants = root ? all(root, 'objectPermissions') : []
  const grant = grants.find((each) => text(each, 'object') === object)
  return (grant?.children ?? []).filter(({ text: value }) => value === 'true').map((c) => c.name)
}

function valuesOf(object: string, field: string): readonly string[] {
  const found = model.objects.get(object)?.fields.get(field)
  return (found && picklistValues(found)) ?? []
}

describe('the permission sets', () => {
  it('are three', () => {
    expect(new Set(sets.map(({ root }) => text(root, 'label')))).toEqual(
      new Set(['Segue User', 'Segue Manager', 'Segue Admin']),
    )
  })

  it.each(sets.map(({ name }) => name))('%s adds to the log and never changes it', (set) => {
    const permissions = permissionsOn('Handoff_Event__c', set)
    expect(permissions).toEqual(expect.arrayContaining(['allowCreate', 'allowRead']))
    expect(permissions).not.toContain('allowEdit')
    expect(permissions).not.toContain('allowDelete')
    expect(permissions).not.toContain('modifyAllRecords')
  })

  it.each(sets.map(({ name, root }) => [name, root] as const))(
    '%s lets every field be read, which would be invisible otherwise',
    (_name, root) => {
      const granted = all(root, 'fieldPermissions')
        .filter((grant) => isTrue(grant, 'readable'))
        .map((grant) => text(grant, 'field'))
      const grantable = fields.filter((field) => !isRequired(field))
      expect(new Set(granted)).toEqual(new Set(grantable.map((f) => `${f.object}.${f.name}`)))
    },
  )

  it.each(sets.map(({ name, root }) => [name, root] as const))(
    '%s lets every field be written that Salesforce does not compute',
    (_name, root) => {
      const unwritable = all(root, 'fieldPermissions')
        .filter((grant) => !isTrue(grant, 'editable'))
        .map((grant) => text(grant, 'field'))
      const computed = fields.filter(isComputed).map((field) => `${field.object}.${field.name}`)
      expect(new Set(unwritable)).toEqual(new Set(computed))
    },
  )

  it('let users see what is shared, managers see all, admins change all', () => {
    expect(permissionsOn('Handoff__c', 'Segue_User')).not.toContain('viewAllRecords')
    expect(permissionsOn('Handoff__c', 'Segue_Manager')).toContain('viewAllRecords')
    expect(permissionsOn('Handoff__c', 'Segue_Manager')).not.toContain('modifyAllRecords')
    expect(permissionsOn('Handoff__c', 'Segue_Admin')).toContain('modifyAllRecords')
  })
})

describe('the objects', () => {
  it('are the handoff, private, and three details that follow it', () => {
    const sharing = objects.map(({ name, root }) => [name, root && text(root, 'sharingModel')])
    expect(Object.fromEntries(sharing)).toEqual({
      Handoff__c: 'Private',
      Handoff_Comment__c: 'ControlledByParent',
      Handoff_Commitment__c: 'ControlledByParent',
      Handoff_Event__c: 'ControlledByParent',
      Opportunity: undefined,
    })
  })

  it('explain every field to the people who find it in Setup', () => {
    const silent = fields.filter(({ root }) => (text(root, 'description') ?? '').length < 10)
    expect(silent.map(({ file }) => file)).toEqual([])
  })

  it.each([
    ['Handoff__c', 'Client_Key__c'],
    ['Handoff_Event__c', 'Operation_Key__c'],
    ['Handoff_Comment__c', 'Client_Key__c'],
    ['Handoff_Commitment__c', 'Client_Key__c'],
  ])('%s has a unique key, %s, that a repeated request meets again', (object, name) => {
    const root = model.objects.get(object)?.fields.get(name)?.root
    expect(root && ['unique', 'externalId'].every((each) => isTrue(root, each))).toBe(true)
    expect(root && texts(root, 'length')).toEqual(['36'])
    expect(root && isTrue(root, 'caseSensitive')).toBe(false)
  })
})

describe('a text field', () => {
  it.each([
    ['Handoff__c', 'Rating_Comment__c', heardLimit],
    ['Handoff__c', 'Pulse_Comment__c', heardLimit],
    ['Handoff_Comment__c', 'Body__c', wordsLimit],
    ['Handoff_Commitment__c', 'Words__c', promiseLimits.words],
    ['Handoff_Commitment__c', 'To_Whom__c', promiseLimits.toWhom],
    ['Handoff_Commitment__c', 'By_Whom__c', promiseLimits.byWhom],
    ['Handoff_Commitment__c', 'Source__c', promiseLimits.source],
    ['Handoff_Commitment__c', 'State_Note__c', promiseLimits.note],
  ])('%s.%s holds what the extension lets people write there', (object, name, limit) => {
    const root = model.objects.get(object)?.fields.get(name)?.root
    expect(root && text(root, 'length')).toBe(String(limit))
  })
})

describe('the status', () => {
  const statuses = [
    'Draft',
    'Submitted',
    'Clarification',
    'Rejected',
    'Accepted',
    'In_Transition',
    'Completed',
    'Cancelled',
  ]

  it.each([
    ['Handoff__c', 'Status__c'],
    ['Opportunity', 'Handoff_Status__c'],
  ])('of %s has the eight values and no other', (object, field) => {
    expect(valuesOf(object, field)).toEqual(statuses)
    const root = model.objects.get(object)?.fields.get(field)?.root
    const [set] = root ? all(root, 'valueSet') : []
    expect(set && isTrue(set, 'restricted')).toBe(true)
  })
})
