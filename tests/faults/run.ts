/* oxlint-disable no-console */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

import * as z from 'zod'
import { orEnd } from '#demo/launch/or-end.ts'
import { outcomes, type Ran, rowsIn, tableOf } from './outcomes.ts'

const { values: asked } = await orEnd(() =>
  parseArgs({
    options: {
      all: { type: 'boolean', default: false },
      'without-browser': { type: 'boolean', default: false },
    },
  }),
)
const isAll = asked.all
const withBrowser = !asked['without-browser']
const folder = mkdtempSync(join(tmpdir(), 'segue-faults-'))

/** The test files that name rows of the matrix. */
function filesNamingRows(ending: RegExp): readonly string[] {
  return (
    readdirSync('tests', { recursive: true, encoding: 'utf8' })
      .map((name) => join('tests', name))
      // Tests about the matrix itself bring no fault about.
      .filter((name) => ending.test(name) && !name.includes('repository'))
      .filter((name) => rowsIn(readFileSync(name, 'utf8')).length > 0)
  )
}

/** Long runs try every step, more sequences and more time. */
const environment = {
  ...process.env,
  ...(isAll ? { SEGUE_ALL: '1', SEGUE_SEQUENCES: '100000', SEGUE_FLAPS: '100' } : {}),
}

function run(command: readonly string[], more: Readonly<Record<string, string>> = {}): void {
  console.error(`> ${command.join(' ')}`)
  spawnSync('npx', [...command], {
    env: { ...environment, ...more },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}

const unitReport = z.object({
  testResults: z.array(
    z.object({
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
})

function unitTests(): readonly Ran[] {
  const file = join(folder, 'unit.json')
  const files = filesNamingRows(/\.test\.tsx?$/)
  run([
    'vitest',
    'run',
    '--reporter=json',
    `--outputFile=${file}`,
    '-t',
    String.raw`\bF\d`,
    ...files,
  ])
  const { testResults } = unitReport.parse(JSON.parse(readFileSync(file, 'utf8')))
  return testResults.flatMap(({ assertionResults }) =>
    assertionResults.map(({ fullName, status }) => ({
      title: fullName,
      result: status === 'passed' || status === 'failed' ? status : 'skipped',
    })),
  )
}

const spec = z.object({ title: z.string(), ok: z.boolean() })
interface Suite {
  readonly title: string
  readonly specs?: readonly z.infer<typeof spec>[] | undefined
  readonly suites?: readonly Suite[] | undefined
}
const suite: z.ZodType<Suite> = z.object({
  title: z.string(),
  specs: z.optional(z.array(spec)),
  suites: z.optional(z.array(z.lazy(() => suite))),
})

function browserTests(): readonly Ran[] {
  run(['wxt', 'build'])
  run(['wxt', 'build', '--mode', 'yield'])
  const file = join(folder, 'browser.json')
  const files = filesNamingRows(/\.spec\.ts$/)
  run(['playwright', 'test', '--workers=1', '--reporter=json', '-g', String.raw`\bF\d`, ...files], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: file,
  })
  const { suites } = z
    .object({ suites: z.array(suite) })
    .parse(JSON.parse(readFileSync(file, 'utf8')))
  return suites.flatMap((each) => testsIn(each, ''))
}

function testsIn({ title, specs = [], suites = [] }: Suite, above: string): readonly Ran[] {
  const path = `${above} ${title}`.trim()
  const own = specs.map((each): Ran => ({
    title: `${path} ${each.title}`,
    result: each.ok ? 'passed' : 'failed',
  }))
  return [...own, ...suites.flatMap((each) => testsIn(each, path))]
}

const rows = outcomes([...unitTests(), ...(withBrowser ? browserTests() : [])])
console.log(tableOf(rows))
for (const { id, tests } of rows.filter(({ outcome }) => outcome === 'BROKEN'))
  for (const { title } of tests.filter(({ result }) => result === 'failed'))
    console.error(`${id} BROKEN: ${title}`)
const held = rows.filter(({ outcome }) => outcome === 'held').length
console.log(`\n${held} of ${rows.length} rows held${isAll ? ', long runs included' : ''}.`)
process.exitCode = held === rows.length ? 0 : 1
