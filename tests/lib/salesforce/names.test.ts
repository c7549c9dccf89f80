import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { deployedNames, namesIn, nameSettingsSchema, parentOf } from '#lib/salesforce/names.ts'

const objects = 'salesforce/force-app/main/default/objects'

function deployedFields(object: string): string[] {
  return readdirSync(`${objects}/${object}/fields`).map((file) => file.split('.')[0] ?? '')
}

/** Child relationships by parent, read from the lookups that make them. */
function deployedChildren(parent: string): string[] {
  const lookups = readdirSync(objects).flatMap((object) =>
    readdirSync(`${objects}/${object}/fields`).map((file) =>
      readFileSync(`${objects}/${object}/fields/${file}`, 'utf8'),
    ),
  )
  return lookups
    .filter((xml) => xml.includes(`<referenceTo>${parent}</referenceTo>`))
    .map((xml) => `${/<relationshipName>(\w+)</.exec(xml)?.[1] ?? ''}__r`)
}

describe.each(Object.entries(deployedNames))('the names of %s', (_key, names) => {
  it('belong to an object that is deployed', () => {
    expect(existsSync(`${objects}/${names.object}`)).toBe(true)
  })

  it('are exactly the fields that are deployed', () => {
    const known: string[] = Object.values(names.fields)
    expect(known.toSorted()).toEqual(deployedFields(names.object).toSorted())
  })

  it('are exactly the child relationships that are deployed', () => {
    const known: string[] = 'children' in names ? Object.values(names.children) : []
    expect(known.toSorted()).toEqual(deployedChildren(names.object).toSorted())
  })
})

describe('the names in an org', () => {
  it('are the deployed ones when nothing is set', () => {
    expect(namesIn({})).toEqual(deployedNames)
  })

  it('carry the namespace, except the standard ones', () => {
    const names = namesIn({ namespace: 'segue' })
    expect(names.handoff.object).toBe('segue__Handoff__c')
    expect(names.handoff.share).toBe('segue__Handoff__Share')
    expect(names.handoff.fields.status).toBe('segue__Status__c')
    expect(names.handoff.children.events).toBe('segue__Handoff_Events__r')
    expect(names.opportunity.object).toBe('Opportunity')
    expect(names.opportunity.fields.handoffStatus).toBe('segue__Handoff_Status__c')
  })

  it('follow a renamed object, with its share, and leave fields alone', () => {
    const names = namesIn({ objects: { handoff: 'Deal_Transfer__c', event: 'Deal_Event__c' } })
    expect(names.handoff.object).toBe('Deal_Transfer__c')
    expect(names.handoff.share).toBe('Deal_Transfer__Share')
    expect(names.event.object).toBe('Deal_Event__c')
    expect(names.event.fields).toEqual(deployedNames.event.fields)
    expect(names.comment.object).toBe('Handoff_Comment__c')
  })

  it('take a renamed object whole, without the namespace', () => {
    const names = namesIn({ namespace: 'segue', objects: { handoff: 'Our_Handoff__c' } })
    expect(names.handoff.object).toBe('Our_Handoff__c')
    expect(names.handoff.fields.payload).toBe('segue__Payload__c')
  })
})

describe('the settings of names', () => {
  it.each([
    [{}],
    [{ namespace: 'segue' }],
    [{ namespace: 'a1_b2' }],
    [{ objects: { handoff: 'Deal_Transfer__c' } }],
    [{ objects: { handoff: 'ns__Deal__c' } }],
  ])('accept %j', (settings) => {
    expect(nameSettingsSchema.safeParse(settings).success).toBe(true)
  })

  it.each([
    [{ namespace: '' }],
    [{ namespace: '1st' }],
    [{ namespace: 'two__parts' }],
    [{ namespace: 'ends_' }],
    [{ objects: { handoff: 'Handoff' } }],
    [{ objects: { handoff: "x' OR Id != '__c" } }],
    [{ objects: { opportunity: 'Deal__c' } }],
  ])('refuse %j', (settings) => {
    expect(nameSettingsSchema.safeParse(settings).success).toBe(false)
  })
})

describe('the parent of a lookup', () => {
  it.each([
    ['Account__c', 'Account__r'],
    ['segue__Incoming_Owner__c', 'segue__Incoming_Owner__r'],
    ['OwnerId', 'Owner'],
    ['AccountId', 'Account'],
  ])('%s is %s', (lookup, parent) => {
    expect(parentOf(lookup)).toBe(parent)
  })
})
