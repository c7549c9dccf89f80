import { describe, expect, it } from 'vitest'
import type { Shape } from '#lib/salesforce/describe.ts'
import { asSpelled, settingsIn, typedOf } from '#lib/salesforce/typed-names.ts'

const nothing = typedOf({})

describe('names as they are typed', () => {
  it.each([
    [{}, {}],
    [{ namespace: ' acme ' }, { namespace: 'acme' }],
    [{ namespace: 'acme__' }, { namespace: 'acme' }],
    [{ handoff: ' Sales_Handoff__c' }, { objects: { handoff: 'Sales_Handoff__c' } }],
    [
      { namespace: 'acme', event: 'x__Log__c' },
      { namespace: 'acme', objects: { event: 'x__Log__c' } },
    ],
  ])('%j are the settings %j', (typed, names) => {
    expect(settingsIn({ ...nothing, ...typed })).toEqual({ outcome: 'ok', names })
  })

  it.each([
    [{ namespace: 'two__parts' }, 'namespace', /begins with a letter/],
    [{ namespace: 'a namespace' }, 'namespace', /begins with a letter/],
    [{ handoff: 'Sales Handoff' }, 'handoff', /ends with __c/],
    [{ handoff: 'Mine__c', event: 'Mine__c' }, 'event', /same name/],
    [{ handoff: 'Handoff_Event__c' }, 'handoff', /same name/],
  ] as const)('%j are refused for their %s', (typed, part, sentence) => {
    const read = settingsIn({ ...nothing, ...typed })
    expect(read.outcome === 'wrong' && read.problems[part]).toMatch(sentence)
  })

  it('come back as they were given', () => {
    const names = { namespace: 'acme', objects: { comment: 'Note__c' } }
    expect(settingsIn(typedOf(names))).toEqual({ outcome: 'ok', names })
  })
})

describe('names as Salesforce spells them', () => {
  const shape = (object: string): Shape => ({
    object,
    label: '',
    createable: true,
    updateable: true,
    fields: {},
    children: [],
  })

  it('take upper and lower case from its answer', () => {
    const shapes = {
      mine__c: shape('Mine__c'),
      ACME__Handoff_Event__c: shape('acme__Handoff_Event__c'),
    }
    expect(asSpelled({ namespace: 'ACME', objects: { handoff: 'mine__c' } }, shapes)).toEqual({
      namespace: 'acme',
      objects: { handoff: 'Mine__c' },
    })
  })

  it('stay as they are where it knows none of them', () => {
    const names = { namespace: 'acme', objects: { handoff: 'Mine__c' } }
    expect(asSpelled(names, {})).toEqual(names)
    expect(asSpelled({}, {})).toEqual({})
  })
})
