import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

import { readCommandLine } from '../../bench/browser/command-line.ts'

const names = ['P1 P2 P3', 'P4', 'P11 P12', 'F45']
const read = (...words: readonly string[]) => readCommandLine(words, names)

/** A folder with that manifest in it; undefined for a folder without one. */
function extensionWith(manifest?: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'extension-'))
  if (manifest !== undefined) writeFileSync(join(folder, 'manifest.json'), manifest)
  return folder
}

const usable = {
  manifest_version: 3,
  name: 'Other',
  version: '1',
  background: { service_worker: 'worker.js' },
  content_scripts: [{ matches: ['https://*/*'], js: ['content.js'] }],
}

describe('the command line of the benchmark', () => {
  it('measures everything in twenty rounds where nothing is said', () => {
    expect(read()).toEqual({ only: names, rounds: 20, extensions: [], json: undefined })
  })

  it('takes what contains the words, whatever their case', () => {
    expect(read('--only', 'p2').only).toEqual(['P1 P2 P3'])
    expect(read('--only', 'f45').only).toEqual(['F45'])
    expect(read('--only', 'P').only).toEqual(['P1 P2 P3', 'P4', 'P11 P12'])
  })

  it('takes only the target that is called so, where there is one', () => {
    expect(read('--only', 'P1').only).toEqual(['P1 P2 P3'])
    expect(read('--only', 'P12').only).toEqual(['P11 P12'])
  })

  it.each([
    [['--only', 'P99'], 'No measurement is called "P99"; there are P1 P2 P3, P4, P11 P12, F45.'],
    [['--rounds', 'many'], '--rounds takes a whole number from 1, not "many".'],
    [['--rounds', '0'], '--rounds takes a whole number from 1, not "0".'],
    [['--json', '/nowhere/at/all/bars.json'], /^--json takes a file, and .* cannot be written: /],
    [['--json', ''], /^--json takes a file, and "" cannot be written/],
    [['--bogus'], /Unknown option '--bogus'/],
    [['P4'], /Unexpected argument 'P4'/],
  ] as const)('%j is refused in a sentence', (words, sentence) => {
    expect(() => read(...words)).toThrow(sentence)
  })
})

describe('another extension to measure beside ours', () => {
  it('is a folder with a manifest of version 3, a worker and a script for pages', () => {
    const folder = extensionWith(JSON.stringify(usable))
    expect(read('--extension', folder).extensions).toEqual([folder])
  })

  const { background: _worker, ...withoutWorker } = usable
  const { content_scripts: _scripts, ...withoutScripts } = usable

  it.each([
    ['has no manifest', undefined, /holds no extension: .*manifest\.json/],
    ['has a manifest that is no JSON', '{', /manifest\.json is not JSON/],
    ['has a manifest that is a list', '[]', /manifest\.json is not a manifest/],
    [
      'is of the version before',
      JSON.stringify({ ...usable, manifest_version: 2 }),
      /is of manifest version 2, which Chromium no longer loads/,
    ],
    ['has no worker', JSON.stringify(withoutWorker), /has no service worker/],
    ['has no script for pages', JSON.stringify(withoutScripts), /has no content script/],
    [
      'has an empty list of scripts',
      JSON.stringify({ ...usable, content_scripts: [] }),
      /has no content script/,
    ],
  ])('is refused in a sentence where it %s', (_what, manifest, sentence) => {
    expect(() => read('--extension', extensionWith(manifest))).toThrow(sentence)
  })

  it('is refused where there is no such folder', () => {
    expect(() => read('--extension', '/nowhere')).toThrow(/^\/nowhere holds no extension: /)
  })
})
