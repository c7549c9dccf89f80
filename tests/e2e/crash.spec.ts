import { join } from 'node:path'

import { askFrom } from './asking.ts'
import {
  all,
  boot,
  brokenAfter,
  type Booted,
  kill,
  readyDraft,
  runTo,
  said,
  stepsTaken,
  stepsTried,
} from './crash-trial.ts'
import { expect, test } from './stage.ts'

const every = { worker: 12, browser: 30 } as const

const submit = (draft: { draftKey: string; revision: number }) => (page: Booted['page']) =>
  askFrom(page, 'handoff.submit', draft)

for (const victim of ['worker', 'browser'] as const) {
  test(`a ${victim} killed at any step of a submission leaves nothing lost and nothing twice (F2, F3, F9, F10)`, async ({
    org,
    openBrowser,
    profileDir,
  }) => {
    test.setTimeout(all ? 3_600_000 : 240_000)
    const machine = { org, openBrowser, profileDir: join(profileDir, 'machine') }
    let booted = await boot(machine)
    const saved: { draftKey: string; question: string; text: string }[] = []
    const prepare = async (text: string) => {
      const draft = await readyDraft(booted.page, text)
      saved.push({ draftKey: draft.draftKey, question: 'why.now', text })
      return draft
    }
    await runTo(booted, 10_000, submit(await prepare('undisturbed')))
    expect(await brokenAfter(booted, org, saved)).toEqual([])
    const steps = await stepsTaken(booted.context)
    expect(steps.length).toBeGreaterThan(30)
    test.info().annotations.push({ type: 'steps', description: String(steps.length) })
    for (const at of stepsTried(steps.length, every[victim])) {
      await test.step(`killed ${steps[at]}`, async () => {
        const draft = await prepare(`killed at ${at}`)
        await runTo(booted, at, submit(draft))
        booted = await kill(machine, booted, victim)
        // It was on the disk, and ends by itself; or it was not, and is pressed again.
        await askFrom(booted.page, 'handoff.submit', draft)
        expect(await brokenAfter(booted, org, saved)).toEqual([])
      })
    }
  })

  test(`a ${victim} killed at any step of saving an answer keeps what was called saved (F1, F10)`, async ({
    org,
    openBrowser,
    profileDir,
  }) => {
    test.setTimeout(all ? 3_600_000 : 240_000)
    const machine = { org, openBrowser, profileDir: join(profileDir, 'machine') }
    let booted = await boot(machine)
    const { draftKey } = await readyDraft(booted.page, 'first')
    const question = 'why.now'
    let text = 'first'
    const answer = (words: string) => (page: Booted['page']) =>
      askFrom(page, 'draft.answer', { draftKey, question, answer: said(words) })
    await runTo(booted, 10_000, answer('undisturbed'))
    text = 'undisturbed'
    const steps = await stepsTaken(booted.context)
    for (let at = 0; at <= steps.length; at += all ? 1 : 3) {
      let isSaved = false
      const words = `killed at ${at}`
      await runTo(booted, at, async (page) => {
        isSaved = (await answer(words)(page))?.['outcome'] === 'ok'
      })
      booted = await kill(machine, booted, victim)
      if (isSaved) text = words
      const broken = await brokenAfter(booted, org, [{ draftKey, question, text }])
      // What was not called saved may have been kept all the same.
      if (!isSaved && broken.length > 0)
        expect(await brokenAfter(booted, org, [{ draftKey, question, text: words }])).toEqual([])
      else expect(broken).toEqual([])
      if (!isSaved) await answer(text)(booted.page)
    }
  })
}
