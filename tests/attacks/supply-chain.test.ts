import { createHash } from 'node:crypto'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      resolved: z.string().optional(),
      integrity: z.string().optional(),
      link: z.boolean().optional(),
      hasInstallScript: z.boolean().optional(),
    }),
  ),
})
const lock = lockSchema.parse(JSON.parse(readFileSync('package-lock.json', 'utf8')))
const packages = Object.entries(lock.packages).filter(([path]) => path !== '')

/** Packages that may run something when they are installed: what that is. */
const mayRun: Readonly<Record<string, string>> = {
  'node_modules/node': 'puts the right Node in place',
  'node_modules/core-js': 'prints a banner',
  'node_modules/core-js-pure': 'prints a banner',
  'node_modules/esbuild': 'puts its binary in place',
  'node_modules/fsevents': 'is built on macOS',
}

describe('an install script', () => {
  it('belongs to a package on the list, and to no other', () => {
    const running = packages
      .filter(([, { hasInstallScript }]) => hasInstallScript)
      .map(([path]) => path)
    expect(running.filter((path) => !(path in mayRun))).toEqual([])
  })
})

describe('the lockfile', () => {
  it('names no host but the registry', () => {
    const hosts = packages.flatMap(([, { resolved }]) => (resolved ? [new URL(resolved).host] : []))
    expect(hosts.filter((host) => host !== 'registry.npmjs.org')).toEqual([])
  })

  it('has the hash of every package', () => {
    const bare = packages.filter(
      ([, { integrity, link }]) => !link && !integrity?.startsWith('sha512-'),
    )
    expect(bare.map(([path]) => path)).toEqual([])
  })
})

describe('the release', () => {
  it.each(['signed tag', 'long-lived store key', 'verified uploads', 'SHA-256', 'SBOM'])(
    'has %s on its list',
    (item) => {
      expect(readFileSync('docs/release.md', 'utf8').toLowerCase()).toContain(item.toLowerCase())
    },
  )
})

describe('the SBOM', () => {
  const said = execFileSync('npm', ['run', '--silent', 'sbom'], { encoding: 'utf8' })
  const named = z
    .object({ components: z.array(z.object({ name: z.string() })) })
    .parse(JSON.parse(said))
    .components.map(({ name }) => name)

  it('names every package that the extension is made of', () => {
    const { dependencies } = z
      .object({ dependencies: z.record(z.string(), z.string()) })
      .parse(JSON.parse(readFileSync('package.json', 'utf8')))
    expect(named).toEqual(expect.arrayContaining([...Object.keys(dependencies), 'scheduler']))
  })

  it('names none that only builds and tests it', () => {
    expect(named.filter((name) => ['vitest', 'wxt', '@playwright/test'].includes(name))).toEqual([])
  })
})

/** A digest of every file of a folder, with its name. */
function digestOf(folder: string): string {
  const hash = createHash('sha256')
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted()) {
    const path = join(folder, file)
    if (/\.[a-z0-9]+$/i.test(file)) hash.update(file).update(readFileSync(path))
  }
  return hash.digest('hex')
}

// Takes a minute on a slow machine: `npm run attacks` does it.
describe.runIf(process.env['SEGUE_ATTACKS'] === '1')('two clean builds', () => {
  it('are the same bytes', () => {
    const builds = [1, 2].map(() => {
      const folder = mkdtempSync(join(tmpdir(), 'segue-build-'))
      const environment = { ...process.env, SEGUE_OUT: folder }
      execFileSync('npx', ['wxt', 'build'], { env: environment, stdio: 'ignore' })
      const digest = digestOf(join(folder, 'chrome-mv3'))
      rmSync(folder, { recursive: true, force: true })
      return digest
    })
    expect(builds[0]).toBe(builds[1])
  }, 180_000)
})
