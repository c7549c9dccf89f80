import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'

import type { Stage, Step } from './stage.ts'
import type { Holdings, Witness } from './read-back.ts'

const LONGEST_STEP = 90_000

/** How one step went. */
export interface StepReport {
  readonly name: string
  readonly outcome: 'ok' | 'failed' | 'skipped'
  /** Milliseconds. */
  readonly ms: number
  /** Calls that reached the org's API during the step, and since the step before. */
  readonly apiCalls: number
  readonly picture: string | undefined
  readonly error: string | undefined
  /** What the org's REST API tells about the deal afterwards. */
  readonly holds: Holdings | undefined
}

/** What a tour is played with. */
export interface Performance {
  readonly stage: Stage
  readonly witness: Witness
  /** The folder for the report and a picture of each step. */
  readonly out: string
}

/** Plays the steps in order, up to the first that fails, and writes `report.json`. */
export async function playTour(
  steps: readonly Step[],
  performance: Performance,
): Promise<readonly StepReport[]> {
  const { out, stage } = performance
  await mkdir(out, { recursive: true })
  const reports: StepReport[] = []
  for (const [index, step] of steps.entries()) {
    const hasFailed = reports.some(({ outcome }) => outcome === 'failed')
    const file = `${String(index + 1).padStart(2, '0')}-${slug(step.name)}.png`
    reports.push(hasFailed ? skipped(step) : await playStep(step, performance, file))
    await writeReport(out, stage, reports)
  }
  return reports
}

async function playStep(step: Step, scene: Performance, file: string): Promise<StepReport> {
  const { stage, witness, out } = scene
  const made = () => stage.org.calls.count() - witness.calls()
  const callsBefore = callsSoFar.get(stage) ?? made()
  const start = performance.now()
  const error = await troubleOf(step, stage)
  const ms = Math.round(performance.now() - start)
  const apiCalls = made() - callsBefore
  callsSoFar.set(stage, made())
  const picture = await pictureOf(stage, join(out, file))
  const holds = await witness.look()
  const outcome = error === undefined ? 'ok' : 'failed'
  return { name: step.name, outcome, ms, apiCalls, picture: picture && file, error, holds }
}

/** Runs in a frame: what came into sight by a scroll is laid out in the frame after, and seen in the next. */
const drawn = () =>
  new Promise<void>((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()))
  })

/** A picture of the stage; undefined when the page has closed under a step that failed. */
async function pictureOf({ page }: Stage, path: string): Promise<string | undefined> {
  if (page.isClosed()) return undefined
  for (const frame of page.frames()) await frame.evaluate(drawn).catch(() => undefined)
  await page.screenshot({ path, animations: 'disabled' })
  return path
}

/** What went wrong in the step, in words; undefined when nothing did. */
async function troubleOf(step: Step, stage: Stage): Promise<string | undefined> {
  const clock = new AbortController()
  const tooLate = setTimeout(LONGEST_STEP, undefined, { signal: clock.signal }).then(() => {
    throw new Error(`The step took longer than ${LONGEST_STEP / 1000} seconds.`)
  })
  try {
    await Promise.race([step.play(stage), tooLate])
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  } finally {
    clock.abort()
    await tooLate.catch(() => undefined)
  }
}

const callsSoFar = new WeakMap<Stage, number>()

function skipped({ name }: Step): StepReport {
  const nothing = { picture: undefined, error: undefined, holds: undefined }
  return { name, outcome: 'skipped', ms: 0, apiCalls: 0, ...nothing }
}

async function writeReport(
  out: string,
  { org, cast }: Stage,
  steps: readonly StepReport[],
): Promise<void> {
  const report = {
    ok: steps.every(({ outcome }) => outcome === 'ok'),
    org: org.state.file.name,
    orgId: org.state.file.orgId,
    outgoing: cast.outgoing.name,
    recipient: cast.recipient.name,
    opportunity: cast.opportunity,
    apiCalls: steps.reduce((sum, step) => sum + step.apiCalls, 0),
    steps,
  }
  await writeFile(join(out, 'report.json'), `${JSON.stringify(report, undefined, 2)}\n`)
}

function slug(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')
}
