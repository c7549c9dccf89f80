import { expect, it } from 'vitest'
import { readChildren } from '#lib/salesforce/handoff-children.ts'
import { deployedNames, namesIn } from '#lib/salesforce/names.ts'

const { children } = deployedNames.handoff
const { fields } = deployedNames.commitment

it.each([
  ['No', true],
  ['Yes', false],
  ['Unknown', false],
  [null, false],
])('a promise that Salesforce holds as in the contract “%s” is read so', (held, isOutside) => {
  const row = { Id: 'a01000000000001AAA', [fields.words]: 'SSO', [fields.inContract]: held }
  const { commitments } = readChildren(namesIn({}), {
    [children.commitments]: { totalSize: 1, done: true, records: [row] },
  })
  expect(commitments).toMatchObject([{ words: 'SSO', notInContract: isOutside }])
})
