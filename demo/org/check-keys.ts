import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { FILES } from './load-folder.ts'
import { orgSeedSchema, type OrgSeed } from './seed.ts'

/** Warns of keys in the folder's own files that the org would pass over, a misspelt right above all. */
export function checkKeys(seed: OrgSeed): void {
  for (const [part, file] of Object.entries(FILES)) {
    for (const fault of faultsIn(orgSeedSchema, pick(seed, part), [])) {
      process.emitWarning(`${file}${fault}`)
    }
  }
}

const pick = (seed: OrgSeed, part: string): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(seed).filter(([name]) => name === part))

/** The names of switches are told elsewhere, and what is only there to be read by people is let be. */
const LET_BE = /^(?:[_$/]|comments?$|description$)/i

function faultsIn(schema: unknown, value: unknown, place: readonly string[]): readonly string[] {
  const within = unwrapped(schema)
  if (within instanceof z.ZodArray && Array.isArray(value)) {
    return value.flatMap((one, at) => faultsIn(within.element, one, [...place, String(at)]))
  }
  if (!(within instanceof z.ZodObject) || typeof value !== 'object' || value === null) return []
  const shape = new Map<string, unknown>(Object.entries(within.shape))
  return Object.entries(value).flatMap(([key, inner]) => {
    if (shape.has(key)) {
      return key === 'switches' ? [] : faultsIn(shape.get(key), inner, [...place, key])
    }
    return LET_BE.test(key) ? [] : [faultOf([...shape.keys()], key, place.slice(1))]
  })
}

/** What stands behind "may be left out" and the like. */
function unwrapped(schema: unknown): unknown {
  const isWrapped =
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault ||
    schema instanceof z.ZodReadonly
  return isWrapped ? unwrapped(schema.unwrap()) : schema
}

function faultOf(known: readonly string[], key: string, place: readonly string[]): string {
  const meant = known.find((name) => name.toLowerCase() === key.toLowerCase())
  const at = place.length > 0 ? `, ${place.join('.')}` : ''
  return `${at}: ${key} means nothing to the org${meant ? `; it reads ${meant}` : ''}.`
}

/** Warns of files that lie in an org folder and are not read: one under another name, records that are no JSON. */
export function checkFiles(folder: string): void {
  const read = new Set(['records', 'describe', ...Object.values(FILES)])
  const unread = entriesOf(folder).filter(
    ({ name, isFolder }) => !read.has(name) && (isFolder || name.toLowerCase().endsWith('.json')),
  )
  const inside = ['records', 'describe'].flatMap((part) =>
    entriesOf(join(folder, part))
      .filter(({ name, isFolder }) => isFolder || !name.endsWith('.json'))
      .map(({ name, isFolder }) => ({ name: `${part}/${name}`, isFolder })),
  )
  for (const { name, isFolder } of [...unread, ...inside]) {
    process.emitWarning(
      `${name}${isFolder ? '/' : ''} is not read: org folders have nothing of that name.`,
    )
  }
}

interface Entry {
  readonly name: string
  readonly isFolder: boolean
}

function entriesOf(folder: string): readonly Entry[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true })
    return entries
      .filter(({ name }) => !name.startsWith('.') && !/\.md$/i.test(name))
      .map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() }))
  } catch {
    return []
  }
}
