import { writeFile } from 'node:fs/promises'
import { orEnd } from '#demo/launch/or-end.ts'
import { ana } from '../../e2e/cast.ts'
import { type Bar, isMet, table } from './bar.ts'
import { openBenchOrg } from './bench-org.ts'
import { readCommandLine } from './command-line.ts'
import { openContenders } from './contenders.ts'
import { measureIdle } from './idle.ts'
import { measureManyDrafts } from './many-drafts.ts'
import { measureNavigations } from './navigations.ts'
import { measureOpening } from './opening.ts'
import { measurePages, measureSlowPage } from './pages.ts'
import { measurePendingList } from './pending-list.ts'
import { measureReopening } from './reopening.ts'
import { measureSaving } from './saving.ts'
import { seeded } from './statistics.ts'
import type { Terms } from './terms.ts'
import { measureTwoTabs } from './two-tabs.ts'
import { measureTyping } from './typing.ts'
import { measureWaking } from './waking.ts'

type Measure = (terms: Terms) => Promise<readonly Bar[]>

const measures: Readonly<Record<string, Measure>> = {
  'P1 P2 P3': measurePages,
  P4: measureNavigations,
  P5: measureSlowPage,
  P6: measureOpening,
  P7: measureWaking,
  'P8 P16': measureTyping,
  P9: measureSaving,
  'P11 P12 P16': measurePendingList,
  'P16 reopened': measureReopening,
  P15: measureIdle,
  P18: measureManyDrafts,
  F45: measureTwoTabs,
}

const { only, rounds, extensions, json } = await orEnd(() =>
  readCommandLine(process.argv.slice(2), Object.keys(measures)),
)
const site = await openBenchOrg()
const contenders = await orEnd(() => openContenders(site, { userName: ana.name, extensions }))
const bars: Bar[] = []
const broken: string[] = []
try {
  for (const [ids, measure] of Object.entries(measures)) {
    if (!only.includes(ids)) continue
    console.error(`Measuring ${ids}…`)
    const terms = { site, contenders, rounds, random: seeded(1) }
    // One that cannot be taken must not hide what the others found.
    await measure(terms).then(
      (taken) => bars.push(...taken),
      (error: unknown) => broken.push(`${ids} could not be measured: ${String(error)}`),
    )
  }
} finally {
  await contenders.close()
  await site.close()
}
console.log(table(bars))
for (const line of broken) console.error(line)
if (json !== undefined) await writeFile(json, JSON.stringify(bars, null, 2))
process.exitCode = broken.length > 0 || bars.some((bar) => bar.gate && !isMet(bar)) ? 1 : 0
