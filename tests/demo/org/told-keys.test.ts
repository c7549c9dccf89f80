import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { openFolder } from '#demo/launch/start-orgs.ts'
import { loadOrgFolder } from '#demo/org/load-folder.ts'
import { folderOf } from './folder-of.ts'
import { warningsOf } from './warnings-of.ts'

const user = { id: '005xx0000012345', username: 'u', name: 'U' }

describe('of an org folder is told', () => {
  it('each key that means nothing, a misspelt right above all', () => {
    const profile = {
      name: 'Rep',
      objectPermissions: [{ object: 'Account', read: true, allowEdit: true }],
      fieldPermissions: [{ field: 'Account.Industry', Readable: true }],
    }
    const files = {
      'org.json': {
        myDomain: 'x',
        timezone: 'Europe/Paris',
        users: [{ ...user, isActive: false }],
        profiles: [profile],
        externalClientApps: [{ consumerKey: 'k', callbackUrl: 'https://x' }],
      },
      'validation-rules.json': [
        { object: 'Account', formula: 'FALSE', message: 'm', isActive: true },
      ],
      'duplicate-rules.json': [{ object: 'Account', fields: ['Name'], allowsave: false }],
      'record-types.json': [{ object: 'Account', name: 'A', default: true }],
    }
    expect(warningsOf(files)).toEqual([
      'org.json, users.0: isActive means nothing to the org.',
      'org.json, profiles.0.objectPermissions.0: read means nothing to the org.',
      'org.json, profiles.0.fieldPermissions.0: Readable means nothing to the org; it reads readable.',
      'org.json, externalClientApps.0: callbackUrl means nothing to the org.',
      'org.json: timezone means nothing to the org; it reads timeZone.',
      'validation-rules.json, 0: isActive means nothing to the org.',
      'duplicate-rules.json, 0: allowsave means nothing to the org; it reads allowSave.',
      'record-types.json, 0: default means nothing to the org.',
    ])
  })

  it('nothing of what is there for people to read', () => {
    const users = [{ ...user, comment: 'left in May', title: 'Seller', alias: 'u', phone: null }]
    expect(warningsOf({ 'org.json': { myDomain: 'x', _note: 'ours', users } })).toEqual([])
  })

  it('each file that is not read', () => {
    const folder = folderOf({ 'org.json': { myDomain: 'x' }, 'validationRules.json': [] })
    writeFileSync(join(folder, 'records/Account.csv'), 'Name')
    writeFileSync(join(folder, 'README.md'), '# Ours')
    const told = vi.spyOn(process, 'emitWarning').mockReturnValue()
    openFolder(folder)
    const said = told.mock.calls.map(([warning]) => warning)
    told.mockRestore()
    expect(said).toEqual([
      'validationRules.json is not read: org folders have nothing of that name.',
      'records/Account.csv is not read: org folders have nothing of that name.',
    ])
  })

  it('that a right is given by true and not by a word', () => {
    const profiles = [{ name: 'Rep', objectPermissions: [{ object: 'Account', allowRead: 'yes' }] }]
    const folder = folderOf({ 'org.json': { myDomain: 'x', profiles } })
    const says = /org\.json, profiles\.0\.objectPermissions\.0\.allowRead: .*expected boolean/
    expect(() => loadOrgFolder(folder)).toThrow(says)
  })
})
