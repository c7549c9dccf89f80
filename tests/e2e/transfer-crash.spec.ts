import { join } from 'node:path'

import type { Page } from '@playwright/test'
import type { Org } from '#demo/org/org.ts'
import { askFrom } from './asking.ts'
import { ana, brightwater, mara } from './cast.ts'
import { all, boot, brokenAfter, kill, runTo, stepsTaken, stepsTried } from './crash-trial.ts'
import { handoffOf } from './handed-over.ts'
import { dealAddress, expect, openPanel, test } from './stage.ts'
import { type Change, changes, dealIn, look, press, timesIn } from './transfer-trial.ts'

const every = { worker: 30, browser: 60 } as const

for (const victim of ['worker', 'browser'] as const) {
  test(`a ${victim} killed at any step of a change of owner, or of its undo, leaves it whole and done once (F2, F3, F9, F10)`, async ({
    org,
    openBrowser,
    profileDir,
  }) => {
    test.setTimeout(all ? 3_600_000 : 240_000)
    const profile = join(profileDir, 'machine')
    const machine = { org, openBrowser, profileDir: profile, user: mara.name }
    const handoffId = handoffOf(org, { status: 'Accepted' })
    let booted = await boot(machine)
    await askFrom(booted.page, 'context.read', { opportunityId: brightwater.id, fresh: true })
    const deals = { transfer: dealIn(org), undo: dealIn(org) }
    const steps = { transfer: [] as readonly string[], undo: [] as readonly string[] }
    const times = { transfer: 0, undo: 0 }

    /** Waits until nothing is left to do; then it has been done once more, and nothing else. */
    const isDone = async (aim: Change) => {
      expect(await brokenAfter(booted, org)).toEqual([])
      times[aim] += 1
      expect(timesIn(org)).toEqual(times)
    }
    const begin = async (aim: Change, at: number) => {
      await look(booted.page, handoffId, aim)
      await runTo(booted, at, (page) => press(page, handoffId, aim))
    }

    const owned = dealIn(org)
    for (const aim of changes) {
      await begin(aim, 10_000)
      await isDone(aim)
      steps[aim] = await stepsTaken(booted.context)
      expect(steps[aim].length).toBeGreaterThan(30)
      deals[aim] = dealIn(org)
    }
    expect(deals.transfer).not.toEqual(owned)
    expect(deals.undo).toEqual(owned)

    const most = Math.max(steps.transfer.length, steps.undo.length)
    test.info().annotations.push({ type: 'steps', description: String(most) })
    for (const at of stepsTried(most, every[victim]))
      for (const [turn, aim] of changes.entries())
        await test.step(`${aim} killed ${steps[aim][at] ?? 'when it was over'}`, async () => {
          const whole = aim === 'transfer' ? [owned, deals.transfer] : [deals.transfer, owned]
          await begin(aim, at)
          booted = await kill(machine, booted, victim)
          expect(whole).toContainEqual(dealIn(org))
          // Half of the time it is left alone: then it ends by itself, or is as if it had never been asked for.
          if ((at + turn) % 2 === 0) {
            expect(await brokenAfter(booted, org)).toEqual([])
            expect(dealIn(org)).toEqual(whole[timesIn(org)[aim] - times[aim]])
          }
          // Whoever does not trust it presses again.
          await press(booted.page, handoffId, aim)
          await isDone(aim)
          expect(dealIn(org)).toEqual(whole[1])
        })
    await expectShown(await booted.context.newPage(), org)
  })
}

/** The panel tells the same as the org. */
async function expectShown(desk: Page, org: Org): Promise<void> {
  await desk.goto(dealAddress(org, brightwater.id))
  const panel = await openPanel(desk)
  const owner = panel.getByRole('region', { name: 'Owner of the deal' })
  await expect(owner).toContainText(`${ana.name} owns the deal again`)
}
