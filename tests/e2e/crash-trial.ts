import type { BrowserContext, Page } from '@playwright/test'
import { extensionWorker, stopWorker } from '#demo/launch/browser.ts'
import type { Org } from '#demo/org/org.ts'
import type { Answer } from '#lib/handoff/answer.ts'
import { entrySchema } from '#lib/sync/entry.ts'
import { violations } from '../lib/reliability/invariants.ts'
import { askFrom, onDisk, surface } from './asking.ts'
import { ana, ben, brightwater, remy } from './cast.ts'
import { rows } from './holdings.ts'
import { killBrowser } from './killing.ts'
import { deskOf, expect, type OpenBrowser } from './stage.ts'

/** The build with the places to stop at. */
export const yieldBuild = '.output/chrome-mv3-yield'

/** Whether every step is tried. */
export const all = process.env['SEGUE_ALL'] !== undefined

/** The steps to be tried: with `SEGUE_ALL` each from `SEGUE_FROM` on, else every so many, which take turns from run to run. */
export function stepsTried(count: number, every: number): readonly number[] {
  const stride = all ? 1 : every
  const first = all ? Number(process.env['SEGUE_FROM'] ?? 0) : new Date().getUTCMinutes() % every
  return Array.from(
    { length: Math.max(0, Math.ceil((count - first) / stride)) },
    (_, turn) => first + turn * stride,
  )
}

const patience = { timeout: 60_000, intervals: [100, 250, 500] }
const opportunityId = brightwater.id

/** What a browser is started with again after it was killed. */
export interface Machine {
  readonly org: Org
  readonly openBrowser: OpenBrowser
  readonly profileDir: string
  /** Another build than the one with the places to stop at. */
  readonly build?: string
  /** Whose browser it is, when it is not Ana's. */
  readonly user?: string
}

/** Somebody's browser, with a quiet page to ask the worker from. */
export async function boot(machine: Machine) {
  const { org, openBrowser, profileDir, build = yieldBuild, user = ana.name } = machine
  const context = await openBrowser({ profileDir, extensionDir: build })
  const desk = await deskOf(org, context, user)
  await desk.goto('about:blank')
  return { context, page: await surface(context) }
}
export type Booted = Awaited<ReturnType<typeof boot>>

export const said = (text: string): Answer => ({
  kind: 'given',
  value: { type: 'text', text },
  provenance: { from: 'typed' },
  evidence: [],
  by: { userId: ana.id, name: ana.name },
  at: '2026-11-23T12:00:00.000Z',
})

/** A draft with these words, ready to be sent. */
export async function readyDraft(page: Page, words: string) {
  await askFrom(page, 'context.read', { opportunityId, fresh: true })
  await askFrom(page, 'draft.start', { opportunityId })
  const draft = await askFrom(page, 'draft.read', { opportunityId })
  const draftKey = String(draft?.['key'])
  await askFrom(page, 'draft.answer', { draftKey, question: 'why.now', answer: said(words) })
  const bypass = {
    reason: 'The kickoff is tomorrow',
    manager: { userId: remy.id, name: remy.name },
  }
  const recipient = { userId: ben.id, name: ben.name }
  await askFrom(page, 'draft.change', { draftKey, change: { recipient, bypass } })
  const changed = await askFrom(page, 'draft.read', { opportunityId })
  return { draftKey, revision: Number(changed?.['revision']) }
}

/** Lets the worker stop for good after so many steps; it forgets that when it is started anew. */
export async function stopAt(context: BrowserContext, steps: number): Promise<void> {
  const worker = await extensionWorker(context)
  await worker.evaluate((count) => {
    globalThis.segueYieldPoints = { taken: [], stopAt: count }
  }, steps)
}

/** The steps taken since. */
export async function stepsTaken(context: BrowserContext): Promise<readonly string[]> {
  const worker = await extensionWorker(context)
  return worker.evaluate(() => globalThis.segueYieldPoints?.taken ?? [])
}

/** Begins something without waiting for it, and waits until it has come so far or is over. */
export async function runTo(
  { context, page }: Booted,
  steps: number,
  begin: (page: Page) => Promise<unknown>,
): Promise<void> {
  await stopAt(context, steps)
  const done = begin(page).catch(() => null)
  let last = -1
  await expect
    .poll(async () => {
      const taken = (await stepsTaken(context)).length
      const isStill = taken === last
      last = taken
      return taken >= steps || isStill
    }, patience)
    .toBe(true)
  void done
}

/** Kills the worker, or the browser with everything; returns a browser in which its user is signed in. */
export async function kill(
  machine: Machine,
  booted: Booted,
  victim: 'worker' | 'browser',
): Promise<Booted> {
  if (victim === 'worker') {
    await stopWorker(booted.page)
    return booted
  }
  await killBrowser(booted.context, machine.profileDir)
  return boot(machine)
}

/** Waits until nothing is left to do, and returns which invariants are broken. */
export async function brokenAfter(
  { page }: Booted,
  org: Org,
  saved: readonly { draftKey: string; question: string; text: string }[] = [],
): Promise<readonly string[]> {
  await expect
    .poll(async () => {
      const items = await askFrom(page, 'outbox.read', {})
      return Object.values(items ?? { 0: { state: 'silent' } }).filter(
        (item) =>
          typeof item === 'object' && item !== null && 'state' in item && item.state !== 'sent',
      )
    }, patience)
    .toEqual([])
  const disk = await onDisk(page)
  const entries = disk.outbox.map(({ value }) => entrySchema.parse(value))
  const items = Object.values((await askFrom(page, 'outbox.read', {})) ?? {})
  return violations({
    saved,
    drafts: [...disk.drafts, ...disk.trash.map(({ draft }) => draft)],
    entries,
    confirmed: entries.map(({ operationKey, plan, orgId, userId }) => ({
      operationKey,
      clientKey: plan.clientKey,
      opportunityId: plan.opportunityId,
      orgId,
      userId,
      seen: {},
    })),
    carriedOut: carriedOut(org, entries[0]?.orgId ?? ''),
    handoffs: rows(org, 'SELECT Client_Key__c FROM Handoff__c').map((row) =>
      String(row['Client_Key__c']),
    ),
    calledSent: new Set(
      entries.flatMap((each) => (each.state === 'sent' ? each.operationKey : [])),
    ),
    shown: new Map(
      items.flatMap((item) =>
        typeof item === 'object' && item !== null && 'operationKey' in item && 'state' in item
          ? [[String(item.operationKey), String(item.state)]]
          : [],
      ),
    ),
    healedFor: 30_000,
  })
}

function carriedOut(org: Org, orgId: string) {
  const events = rows(
    org,
    `SELECT Operation_Key__c, CreatedById, Handoff__r.Client_Key__c, Handoff__r.Payload__c, Handoff__r.Opportunity__c
      FROM Handoff_Event__c WHERE Kind__c != 'Bypassed' ORDER BY CreatedDate, Name`,
  )
  return events.map((row) => {
    const handoff: { readonly [field: string]: unknown } = Object(row['Handoff__r'])
    return {
      operationKey: String(row['Operation_Key__c']),
      clientKey: String(handoff['Client_Key__c']),
      opportunityId: String(handoff['Opportunity__c']),
      as: { orgId, userId: String(row['CreatedById']) },
      words: String(handoff['Payload__c']),
      fields: [],
    }
  })
}
