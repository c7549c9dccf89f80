import type { ObjectDescribe } from '../schema/describe.ts'
import { fieldOf, nameFieldOf } from '../schema/schema.ts'
import { layouts } from './layouts.ts'

/** A list of an object's records; every org has the same ones. */
export interface ListView {
  readonly name: string
  readonly title: string
  /** In SOQL. */
  readonly where: string
}

/** The lists of an object, as the user who looks at them finds them. */
export function listViewsOf(describe: ObjectDescribe, userId: string): readonly ListView[] {
  const { labelPlural, name } = describe
  const has = (field: string) => fieldOf(describe, field) !== undefined
  return [
    { name: 'Recent', title: 'Recently Viewed', where: 'Id != null' },
    { name: `All${name}`, title: `All ${labelPlural}`, where: 'Id != null' },
    ...(has('OwnerId')
      ? [{ name: `My${name}`, title: `My ${labelPlural}`, where: `OwnerId = '${userId}'` }]
      : []),
    ...(has('CloseDate')
      ? [{ name: 'ClosingThisMonth', title: 'Closing This Month', where: 'CloseDate = THIS_MONTH' }]
      : []),
    ...(has('IsWon') ? [{ name: 'Won', title: 'Won', where: 'IsWon = true' }] : []),
  ]
}

/** The fields that lists of an object show. */
export function listColumnsOf(describe: ObjectDescribe): readonly string[] {
  const extra = describe.name === 'Opportunity' ? ['StageName'] : []
  const highlights = layouts[describe.name]?.highlights ?? plainColumns(describe)
  return [...new Set([nameFieldOf(describe), ...extra, ...highlights])]
}

function plainColumns(describe: ObjectDescribe): readonly string[] {
  const hidden = new Set(['Id', 'IsDeleted', 'SystemModstamp'])
  return describe.fields
    .filter(({ name, type }) => !hidden.has(name) && type !== 'textarea' && type !== 'address')
    .map(({ name }) => name)
    .slice(0, 6)
}
