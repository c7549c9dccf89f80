// npm run demo [-- --org DIR] [--headless --out DIR]: the extension in a browser of its own, beside
// an org of its own. Without a display it plays the tour by itself.
import { join } from 'node:path'

import { createPages } from '../pages/pages.ts'
import { launchBrowser } from './browser.ts'
import { buildExtension } from './build-extension.ts'
import { castOf } from './cast.ts'
import { readCommandLine } from './command-line.ts'
import { orEnd } from './or-end.ts'
import { makeReportFolder } from './report-folder.ts'
import { startOrgs } from './start-orgs.ts'
import { exitOnSignals, makeTemporaryFolder } from './temporary-folder.ts'
import { openOpportunity, signInAsOutgoing } from './tour/arriving.ts'
import { playTour, type StepReport } from './tour/play.ts'
import { witnessOf } from './tour/read-back.ts'
import type { Stage } from './tour/stage.ts'
import { steps } from './tour/steps.ts'

/** How long the tour waits for one thing to appear, in milliseconds. */
const PATIENCE = 15_000
const PLAYED_TO = join(import.meta.dirname, '../../.tour')

function hasDisplay(): boolean {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env
  return process.platform !== 'linux' || Boolean(DISPLAY) || Boolean(WAYLAND_DISPLAY)
}

async function perform(stage: Stage, port: number, out: string): Promise<void> {
  stage.context.setDefaultTimeout(PATIENCE)
  const witness = await witnessOf(stage.org, stage.cast, port)
  const reports = await playTour(steps, { stage, witness, out })
  for (const report of reports) process.stderr.write(`${line(report)}\n`)
  process.stderr.write(`The report and a picture of each step are in ${out}.\n`)
  process.exitCode = reports.every(({ outcome }) => outcome === 'ok') ? 0 : 1
  await witness.leave()
}

function line({ outcome, name, ms, apiCalls, error }: StepReport): string {
  const said = `${outcome.padEnd(7)} ${name}: ${ms} ms, ${apiCalls} API calls`
  return error === undefined ? said : `${said}\n        ${error}`
}

async function show(stage: Stage): Promise<void> {
  await signInAsOutgoing(stage)
  await openOpportunity(stage)
  const { outgoing, recipient } = stage.cast
  process.stderr.write(
    `You are ${outgoing.name}. Hand the deal over to ${recipient.name}: press Alt+Shift+H or the ` +
      'button at the edge of the page. Log out to sign in as somebody else. Ctrl+C ends the demo.\n',
  )
  await new Promise<void>((resolve) => {
    stage.context.once('close', () => resolve())
  })
}

const {
  orgs: folders,
  port,
  headless,
  out,
} = await orEnd(() => readCommandLine(process.argv.slice(2)))
const playsAlone = headless || out !== undefined || !hasDisplay()
const reportFolder = out ?? PLAYED_TO
if (playsAlone) await orEnd(() => makeReportFolder(reportFolder))
const running = await orEnd(() => startOrgs({ folders, port, pages: createPages }))
const profileDir = makeTemporaryFolder('segue-demo-')
const leaveToDriver = exitOnSignals()
try {
  const [org] = running.orgs
  if (!org) throw new Error('There is no org to show.')
  const cast = await orEnd(() => castOf(org))
  const extensionDir = await buildExtension()
  const { port: served } = running
  const context = await orEnd(() =>
    launchBrowser({ extensionDir, port: served, profileDir, headless: playsAlone }),
  )
  leaveToDriver()
  const page = context.pages()[0] ?? (await context.newPage())
  const stage: Stage = { org, cast, context, page }
  await (playsAlone ? perform(stage, running.port, reportFolder) : show(stage))
  await context.close()
} finally {
  await running.close()
}
