import { describe, expect, it } from 'vitest'
import { text } from './check/element.ts'
import { compiled } from './check/formulas.ts'
import { modelOf } from './check/model.ts'
import { componentFrom, readPackages } from './check/package-files.ts'

const files = Object.entries(readPackages('salesforce'))
const model = modelOf(files.flatMap(([file, source]) => componentFrom(file, source)[0] ?? []))

function valueOf(name: string, row: Readonly<Record<string, unknown>>): unknown {
  const object = model.objects.get('Handoff__c')
  const field = object?.fields.get(name)
  if (!object || !field) throw new Error(`There is no field ${name}`)
  return compiled(text(field.root, 'formula') ?? '', object, 'boolean').evaluate(row)
}

describe('the field "For Me"', () => {
  it.each([
    ['005000000000001AAA', true],
    ['005000000000002AAA', false],
    [null, false],
  ])('with the recipient %s says %s to the first user', (recipient, said) => {
    const row = { Incoming_Owner__c: recipient, $User: { Id: '005000000000001AAA' } }
    expect(valueOf('For_Me__c', row)).toBe(said)
  })
})

describe('the field "Overdue"', () => {
  const past = '2020-01-01T00:00:00.000Z'
  const future = '2999-01-01T00:00:00.000Z'

  it.each([
    { status: 'Submitted', due: past, overdue: true },
    { status: 'Clarification', due: past, overdue: true },
    { status: 'Submitted', due: future, overdue: false },
    { status: 'Submitted', due: null, overdue: false },
    { status: 'Accepted', due: past, overdue: false },
    { status: 'Rejected', due: past, overdue: false },
  ])('of a $status handoff due $due is $overdue', ({ status, due, overdue }) => {
    expect(valueOf('Overdue__c', { Status__c: status, Decision_Due_At__c: due })).toBe(overdue)
  })
})
