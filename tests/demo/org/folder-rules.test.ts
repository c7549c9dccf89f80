import { describe, expect, it, vi } from 'vitest'
import { openFolder } from '#demo/launch/start-orgs.ts'
import { people, refusalOf, smallOrg } from '../small-org.ts'
import { folderOf } from './folder-of.ts'

const message = 'No.'

describe('rules of an org folder', () => {
  it('hold for objects and fields in any case, as record types do', () => {
    const me = smallOrg({
      validationRules: [{ object: 'account', formula: 'Name = "Nobody"', message }],
      duplicateRules: [{ object: 'ACCOUNT', fields: ['name', 'PHONE'] }],
    }).org.as(people.admin)
    const create = (Name: string) => me.create('Account', { Name, Phone: '1' })
    expect(refusalOf(() => create('Nobody')).code).toBe('FIELD_CUSTOM_VALIDATION_EXCEPTION')
    create('Acme')
    expect(refusalOf(() => create('Acme')).code).toBe('DUPLICATES_DETECTED')
  })

  it('that refuse nothing are told when the org starts', () => {
    const told = vi.spyOn(process, 'emitWarning').mockReturnValue()
    const rule = { object: 'Account', formula: 'ISBLANK(Name)', message }
    openFolder(
      folderOf({
        'org.json': { myDomain: 'x' },
        'validation-rules.json': [
          { ...rule, object: 'Acount' },
          { ...rule, formula: 'Nme = "x"' },
          { ...rule, field: 'Nme' },
        ],
        'duplicate-rules.json': [
          { object: 'Acount', fields: ['Name'] },
          { object: 'Account', fields: ['Name', 'Nme'] },
        ],
      }),
    )
    const said = told.mock.calls.map(([warning]) => String(warning))
    told.mockRestore()
    expect(said).toEqual([
      'validation-rules.json, 0.object: the org has no object Acount, the rule refuses nothing.',
      'validation-rules.json, 1.formula cannot be read, the rule refuses nothing: Field Nme does not exist',
      'validation-rules.json, 2.field: Account has no field Nme.',
      'duplicate-rules.json, 0.object: the org has no object Acount, the rule refuses nothing.',
      'duplicate-rules.json, 1.fields: Account has no field Nme. The rule refuses nothing.',
    ])
  })
})
