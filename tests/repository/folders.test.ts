import { existsSync, readdirSync, readFileSync } from 'node:fs'

import { describe, expect, it } from 'vitest'

import { manifest } from '#lib/manifest/manifest.ts'

const readme = readFileSync('README.md', 'utf8')
const permissions = readFileSync('docs/permissions.md', 'utf8')
const folders = (parent: string) =>
  readdirSync(parent, { withFileTypes: true }).filter((entry) => entry.isDirectory())

describe('the README', () => {
  it.each(folders('lib').map(({ name }) => name))('explains lib/%s', (folder) => {
    expect(readme).toContain(`lib/${folder}/`)
  })

  it.each([...readme.matchAll(/\]\((?!https?:|#)([^)]+)\)/g)].map(([, path]) => path ?? ''))(
    'links to %s, which exists',
    (path) => {
      expect(existsSync(path.replace(/#.*/, ''))).toBe(true)
    },
  )
})

describe('the manifest', () => {
  it('asks for these permissions and hosts and no others', () => {
    expect({ permissions: manifest.permissions, hosts: manifest.host_permissions }).toEqual({
      permissions: ['alarms', 'cookies', 'notifications', 'storage', 'unlimitedStorage'],
      hosts: ['https://*.lightning.force.com/*', 'https://*.my.salesforce.com/*'],
    })
  })

  it.each([
    ...(manifest.permissions ?? []),
    ...(manifest.optional_permissions ?? []),
    ...(manifest.host_permissions ?? []),
  ])('has a reason for %s in the README and in docs/permissions.md', (permission) => {
    expect(readme).toContain(`\`${permission}\``)
    expect(permissions).toContain(`\`${permission}\``)
  })
})
