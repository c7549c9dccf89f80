import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'

const versions = z.record(z.string(), z.string())
const projectSchema = z.object({ dependencies: versions, devDependencies: versions })

const project = projectSchema.parse(JSON.parse(readFileSync('package.json', 'utf8')))
const page = (name: string) => readFileSync(`docs/decisions/${name}.md`, 'utf8')

/** The packages in the first column of a page's table. */
function named(text: string): string[] {
  const rows = text.split('\n').filter((line) => line.startsWith('| `'))
  const cells = rows.map((row) => row.split('|')[1] ?? '').join()
  return [...cells.matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? '')
}

describe('the dependencies', () => {
  it.each([
    ['015-runtime-dependencies', project.dependencies],
    ['016-development-dependencies', project.devDependencies],
  ])('stand in %s with their reasons, and no others', (name, installed) => {
    expect(new Set(named(page(name)))).toEqual(new Set(Object.keys(installed)))
  })

  it.each(Object.entries({ ...project.dependencies, ...project.devDependencies }))(
    '%s is pinned to one version: %s',
    (_name, version) => {
      expect(version).toMatch(/^\d+\.\d+\.\d+$/)
    },
  )
})
