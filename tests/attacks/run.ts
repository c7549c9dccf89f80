import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import * as z from 'zod'
import { orEnd } from '#demo/launch/or-end.ts'
import { type Attack, attacks } from './matrix.ts'

/*
 * `npm run attacks`: runs every test that the matrix names and prints row, attack and outcome. With `--write` it
 * puts the table into docs/security.md.
 */

const { values: asked } = await orEnd(() =>
  parseArgs({ options: { write: { type: 'boolean', default: false } } }),
)

interface Outcome {
  readonly file: string
  readonly title: string
  readonly passed: boolean
}

const vitestSchema = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
})

const files = [...new Set(attacks.flatMap(({ tried }) => tried.map(([file]) => file)))]
const inBrowser = files.filter((file) => file.endsWith('.spec.ts'))
const inNode = files.filter((file) => !file.endsWith('.spec.ts'))

function runInNode(): readonly Outcome[] {
  const report = join('.output', 'attacks-node.json')
  rmSync(report, { force: true })
  const reporters = ['--reporter=json', `--outputFile=${report}`]
  spawnSync('npx', ['vitest', 'run', ...reporters, ...inNode], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, SEGUE_ATTACKS: '1' },
  })
  const { testResults } = vitestSchema.parse(JSON.parse(readFileSync(report, 'utf8')))
  return testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'passed' || status === 'failed')
      .map(({ fullName, status }) => ({
        file: name,
        title: fullName,
        passed: status === 'passed',
      })),
  )
}

const specSchema = z.object({ title: z.string(), ok: z.boolean(), file: z.string() })
interface Suite {
  readonly specs: readonly z.infer<typeof specSchema>[]
  readonly suites?: readonly Suite[] | undefined
}
const suiteSchema: z.ZodType<Suite> = z.object({
  specs: z.array(specSchema),
  get suites() {
    return z.array(suiteSchema).optional()
  },
})

function specsIn({ specs, suites = [] }: Suite): readonly z.infer<typeof specSchema>[] {
  return [...specs, ...suites.flatMap(specsIn)]
}

function runInBrowser(): readonly Outcome[] {
  const report = join('.output', 'attacks-browser.json')
  rmSync(report, { force: true })
  spawnSync('npx', ['playwright', 'test', '--reporter=json', '--workers=1', ...inBrowser], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
  })
  const read: unknown = JSON.parse(readFileSync(report, 'utf8'))
  const { suites } = z.object({ suites: z.array(suiteSchema) }).parse(read)
  return suites.flatMap(specsIn).map(({ title, ok, file }) => ({ file, title, passed: ok }))
}

/** Held when every test named for it ran and passed. */
function outcomeOf({ tried }: Attack, outcomes: readonly Outcome[]): string {
  const found = tried.map(([file, title]) =>
    outcomes.filter(
      (one) =>
        file.endsWith(one.file.split('/').at(-1) ?? '') &&
        (one.title.startsWith(title) || one.title.includes(` ${title}: `)),
    ),
  )
  if (found.some((each) => each.length === 0)) return 'NOT RUN'
  return found.flat().every(({ passed }) => passed) ? 'holds' : 'BROKEN'
}

execFileSync('npx', ['wxt', 'build'], { stdio: 'ignore' })
const outcomes = [...runInNode(), ...runInBrowser()]
const rows = attacks.map((each) => Object.assign({ outcome: outcomeOf(each, outcomes) }, each))
for (const { row, attack, outcome } of rows)
  process.stdout.write(`${row.padEnd(4)} ${outcome.padEnd(8)} ${attack}\n`)
const held = rows.filter(({ outcome }) => outcome === 'holds').length
process.stdout.write(`\n${held} of ${rows.length} hold\n`)
if (asked.write) writeFileSync('docs/security.md', withTable())
process.exitCode = held === rows.length ? 0 : 1

function withTable(): string {
  const lines = rows.map(
    ({ row, attack, expected, outcome }) => `| ${row} | ${attack} | ${expected} | ${outcome} |`,
  )
  const table = [
    '| row | attack | expected | outcome |',
    '| --- | --- | --- | --- |',
    ...lines,
  ].join('\n')
  const page = readFileSync('docs/security.md', 'utf8')
  return page.replace(/(<!-- attacks -->\n)[^]*(\n<!-- \/attacks -->)/, `$1\n${table}\n$2`)
}
