import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { licencesOf } from '#lib/manifest/licences.ts'

const modules = (...names: readonly string[]) => names.map((name) => `node_modules/${name}`)

it('the licences say who has written what, and what is asked of whoever passes it on', () => {
  const text = licencesOf(modules('react', 'sformula', 'dexie'))
  expect(text).toMatch(/^react \d+\.\d+\.\d+\nCopyright \(c\) Meta Platforms/m)
  expect(text).toMatch(/^sformula \d+\.\d+\.\d+\nCopyright \(c\) \S/m)
  expect(text).toMatch(/^dexie \d+\.\d+\.\d+\nDexie\.js\n\nCopyright/m)
  expect(text.match(/Permission is hereby granted/g)).toHaveLength(1)
})

it('a licence that asks for something else stops the build', () => {
  const folder = mkdtempSync(join(tmpdir(), 'licence-'))
  const named = { name: 'other', version: '1.0.0', license: 'LGPL-3.0' }
  writeFileSync(join(folder, 'package.json'), JSON.stringify(named))
  expect(() => licencesOf([folder])).toThrow('LGPL-3.0')
})
