import { describe, expect, it } from 'vitest'
import { shapeOf } from '#lib/salesforce/describe.ts'

const plain = { label: 'X', createable: true, updateable: true }
const choice = (value: string, validFor?: string) => ({
  value,
  label: value,
  active: true,
  ...(validFor !== undefined && { validFor }),
})

function optionsOf(controller: object, picklistValues: readonly object[]) {
  const cities = { ...plain, name: 'City__c', type: 'picklist', controllerName: 'Area__c' }
  const fields = [
    { ...cities, picklistValues },
    { ...plain, name: 'Area__c', ...controller },
  ]
  const shape = shapeOf({ name: 'X', ...plain, fields })
  return shape?.fields['City__c']?.options
}

const areas = (count: number) => ({
  type: 'picklist',
  picklistValues: Array.from({ length: count }, (_, at) => choice(`area ${at}`)),
})

describe('a choice of a dependent picklist', () => {
  it('is for the controlling values whose bits are set, the leftmost being the first', () => {
    // As in Salesforce's own example: "gAAA" is the first bit, "AAAB" the last of 24.
    const options = optionsOf(areas(24), [choice('first', 'gAAA'), choice('last', 'AAAB')])
    expect(options).toEqual([
      { value: 'first', label: 'first', when: { field: 'Area__c', values: ['area 0'] } },
      { value: 'last', label: 'last', when: { field: 'Area__c', values: ['area 23'] } },
    ])
  })

  it('is for one state of a checkbox, unchecked being the first', () => {
    const options = optionsOf({ type: 'boolean' }, [choice('off', 'gAAA'), choice('on', 'QAAA')])
    expect(options?.map(({ when }) => when?.values)).toEqual([['false'], ['true']])
  })

  it('counts controlling values that are no longer active', () => {
    const controller = areas(3)
    const [old, ...others] = controller.picklistValues
    const picklistValues = [{ ...old, active: false }, ...others]
    const options = optionsOf({ ...controller, picklistValues }, [choice('second', 'QAAA')])
    expect(options?.[0]?.when?.values).toEqual(['area 1'])
  })

  it('depends on nothing where describe names no controlling field', () => {
    expect(optionsOf(areas(2), [choice('free')])).toEqual([{ value: 'free', label: 'free' }])
  })
})
