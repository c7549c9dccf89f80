import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readNames, renameObjects } from '../../salesforce/rename.ts'
import { check } from './check/check.ts'
import { readPackages } from './check/package-files.ts'

const files = readPackages('salesforce')
const all = {
  Handoff__c: 'Segue_Handoff__c',
  Handoff_Event__c: 'Segue_Event__c',
  Handoff_Comment__c: 'Segue_Comment__c',
  Handoff_Commitment__c: 'Segue_Commitment__c',
}

describe('the package under other names', () => {
  it.each([
    ['one object', { Handoff__c: 'Segue_Handoff__c' }],
    ['a detail', { Handoff_Event__c: 'Deal_Event__c' }],
    ['all objects', all],
  ])('can be deployed with %s renamed', (_what, newNames) => {
    expect(check(renameObjects(files, newNames))).toEqual([])
  })

  it('refers to no old object any more', () => {
    const renamed = renameObjects(files, all)
    const folders = Object.keys(renamed).filter((path) =>
      /objects\/Handoff|(?:tabs|layouts)\/Handoff/.test(path),
    )
    expect(folders).toEqual([])
    const places =
      /<(?:referenceTo|object|tab)>Handoff_?\w*__c<|>Handoff\w*__c\.|CustomEntity\$Handoff/
    expect(Object.values(renamed).filter((source) => places.test(source))).toEqual([])
  })

  it('keeps the names of fields, also of those called like the object', () => {
    const renamed = renameObjects(files, all)
    const lookup = renamed['objects/Segue_Event__c/fields/Handoff__c.field-meta.xml']
    expect(lookup).toContain('<fullName>Handoff__c</fullName>')
    expect(lookup).toContain('<referenceTo>Segue_Handoff__c</referenceTo>')
    expect(renamed['layouts/Segue_Handoff__c-Handoff Layout.layout-meta.xml']).toContain(
      '<relatedList>Segue_Event__c.Handoff__c</relatedList>',
    )
  })

  it('stays as it is when nothing is renamed', () => {
    expect(renameObjects(files, {})).toEqual(files)
  })

  it.each([
    ['Handoff__c', /Say it as Handoff__c=Segue_Handoff__c/],
    ['Handoff__c=Segue', /Say it as/],
    ['Handoff__c=Our__Handoff__c', /Say it as/],
    [`Handoff__c=${'A'.repeat(41)}__c`, /Say it as/],
    [
      'Handoffs__c=Segue_Handoff__c',
      /has no Handoffs__c\. It has Handoff_Comment__c, .*Handoff__c/,
    ],
    ['Handoff__c=Handoff_Event__c', /Two objects would be called handoff_event__c/],
  ])('is not made of %s', (pair, says) => {
    expect(() => readNames([pair], files)).toThrow(says)
  })

  it('is made of the names of its own objects', () => {
    const pairs = Object.entries(all).map(([from, to]) => `${from}=${to}`)
    expect(readNames(pairs, files)).toEqual(all)
  })

  it('is explained where the package is', () => {
    expect(readFileSync('salesforce/README.md', 'utf8')).toContain('node salesforce/rename.ts')
  })
})
