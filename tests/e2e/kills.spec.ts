/* oxlint-disable no-console */
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'

import { seededRandom } from '#demo/faults/seeded-random.ts'
import type { Org } from '#demo/org/org.ts'
import { askFrom } from './asking.ts'
import { ana } from './cast.ts'
import { boot, brokenAfter, readyDraft } from './crash-trial.ts'
import { rows } from './holdings.ts'
import { median } from '../bench/browser/statistics.ts'
import { killBrowser } from './killing.ts'
import { deskOf, expect, extensionDir, openDraft, type OpenBrowser, test } from './stage.ts'
import { ageOfLoss, type Reported, typeUntilKilled, watchTyping } from './typing-watch.ts'

/** A few in every run; `npm run kills` asks for 100 of each. */
const trials = Number(process.env['SEGUE_KILLS'] ?? 2)
const seeds = Array.from({ length: trials }, (_, at) => at + 1)

/** After so many trials it is told how they went so far. */
const TELL = 10

/** The most typing that may be lost, in milliseconds. */
const MOST = 250

const question = 'The problem they want solved'
const prose = 'They must close the books in five days, and the auditors wrote about it in spring.'

test.describe.configure({ timeout: 120_000 + trials * 60_000 })

/** What stands before the words of every second trial: of a long text only what has changed is sent. */
const standing = (seed: number) => (seed % 2 === 0 ? `${prose} `.repeat(200) : '')

/** Ana before her draft, in a browser that keeps this profile. */
async function atDraft(org: Org, openBrowser: OpenBrowser, profileDir: string) {
  const context = await openBrowser({ profileDir })
  const reports: Reported[] = []
  await context.exposeFunction('segueReport', (report: Reported) => void reports.push(report))
  const page = await deskOf(org, context, ana.name)
  const panel = await openDraft(page)
  return { context, page, panel, reports, box: panel.getByRole('textbox', { name: question }) }
}

test('a browser killed while somebody types keeps what it called saved (F1)', async ({
  org,
  openBrowser,
  profileDir,
}) => {
  const profile = join(profileDir, 'machine')
  const losses: number[] = []
  let calledSaved = 0
  let desk = await atDraft(org, openBrowser, profile)
  for (const seed of seeds) {
    const { context, page, panel, box, reports } = desk
    const there = standing(seed)
    const words = `${seed}. ${prose}`
    const text = `${there}${words}`
    await box.fill(there)
    await box.press('ControlOrMeta+End')
    await expect(panel.getByText('Saved on this computer', { exact: true })).toBeVisible()
    await panel.evaluate(watchTyping, 'why.pain')
    const pressed = Array.from({ length: there.length }, () => 0)
    const typing = typeUntilKilled(page, words, pressed)
    await after(100 + seededRandom(seed)() * 2400)
    const killedAt = Date.now()
    await killBrowser(context, profile)
    await typing
    desk = await atDraft(org, openBrowser, profile)
    const kept = await desk.box.inputValue()
    const saved = reports.filter(({ isSaved }) => isSaved).map((each) => each.text)
    calledSaved += (saved.at(-1)?.length ?? there.length) - there.length
    expect(kept.startsWith(there), `trial ${seed} kept what stood there`).toBe(true)
    expect(text.startsWith(kept), `trial ${seed} kept “${kept}”`).toBe(true)
    for (const one of saved) expect(kept.startsWith(one), `trial ${seed}: ${one}`).toBe(true)
    losses.push(ageOfLoss({ kept, killedAt, pressed, reports }))
    if (seed % TELL === 0 || seed === trials)
      console.log(
        `killed while typing: ${seed} times; ${calledSaved} characters called saved, 0 of them lost; ` +
          `typing lost: ${median(losses)} ms median, ${Math.max(...losses)} ms at worst`,
      )
    expect(Math.max(...losses)).toBeLessThanOrEqual(MOST)
  }
})

test('a browser killed while a handoff is sent loses nothing and sends nothing twice (F2, F3)', async ({
  org,
  openBrowser,
  profileDir,
}) => {
  const machine = {
    org,
    openBrowser,
    profileDir: join(profileDir, 'machine'),
    build: extensionDir,
  }
  const written = () => rows(org, 'SELECT Id FROM Handoff__c').length
  const came = { 'nothing begun': 0, 'not yet written': 0, written: 0 }
  const saved: { draftKey: string; question: string; text: string }[] = []
  let booted = await boot(machine)
  for (const seed of seeds) {
    const text = `${seed}. ${prose}`
    const draft = await readyDraft(booted.page, text)
    saved.push({ draftKey: draft.draftKey, question: 'why.now', text })
    const before = written()
    void askFrom(booted.page, 'handoff.submit', draft).catch(() => null)
    await after(seededRandom(seed)() * 500)
    await killBrowser(booted.context, machine.profileDir)
    const isWritten = written() > before
    booted = await boot(machine)
    expect(await brokenAfter(booted, org, saved), `trial ${seed}`).toEqual([])
    const isSent = written() > before
    came[isWritten ? 'written' : isSent ? 'not yet written' : 'nothing begun'] += 1
    // What had not begun is pressed again.
    if (!isSent) await askFrom(booted.page, 'handoff.submit', draft)
    expect(await brokenAfter(booted, org, saved), `trial ${seed}`).toEqual([])
    expect(written(), `trial ${seed}`).toBe(before + 1)
    if (seed % TELL === 0 || seed === trials)
      console.log(`killed while sending: ${seed} times; ${JSON.stringify(came)}; 0 lost, 0 twice`)
  }
})
