import type { Frame } from '@playwright/test'
import { stopWorker } from '#demo/launch/browser.ts'
import { ana, brightwater } from './cast.ts'
import { runTo, said, stepsTaken, stepsTried, yieldBuild } from './crash-trial.ts'
import { handoffOf } from './handed-over.ts'
import { rows } from './holdings.ts'
import { dealAddress, deskOf, expect, openPanel, test } from './stage.ts'

const every = 25

/** The box of a remark with words in it, and the button that sends it. */
async function remarking(panel: Frame, words: string) {
  const box = panel.getByRole('textbox', { name: /^Remark/ })
  const opening = panel.getByRole('button', { name: /^Remark on this section/ }).first()
  await expect(opening).toBeVisible()
  if (!(await box.isVisible())) await opening.click()
  await box.fill(words)
  const add = panel.getByRole('button', { name: 'Add the remark' })
  // What the killed worker had begun ends first: the next one is woken for that.
  await expect(add).toBeEnabled({ timeout: 90_000 })
  return { box, add }
}

test('a worker killed over a remark leaves it said once, or its words in their box to be said again (F9, F10)', async ({
  org,
  openBrowser,
}) => {
  test.setTimeout(600_000)
  handoffOf(org, { status: 'Submitted', answers: { 'why.pain': said('The audit') } })
  const context = await openBrowser({ extensionDir: yieldBuild })
  const page = await deskOf(org, context, ana.name)
  await page.goto(dealAddress(org, brightwater.id))
  const panel = await openPanel(page)
  const stored = () =>
    rows(org, 'SELECT Body__c FROM Handoff_Comment__c').map((row) => row['Body__c'])

  const whole = await remarking(panel, 'undisturbed')
  await runTo({ context, page }, 10_000, () => whole.add.click())
  await expect.poll(stored).toEqual(['undisturbed'])
  const count = (await stepsTaken(context)).length
  expect(count).toBeGreaterThan(10)

  const done = stored()
  for (const at of stepsTried(count, every))
    await test.step(`killed at step ${at}`, async () => {
      const words = `killed at ${at}`
      const { box, add } = await remarking(panel, words)
      await runTo({ context, page }, at, () => add.click())
      await stopWorker(page)
      // It is on its way; or the user is told that it may not be, and presses again.
      const told = panel.getByText('Something unexpected happened')
      await expect.poll(async () => (await told.isVisible()) !== (await box.isHidden())).toBe(true)
      if (await told.isVisible()) {
        await expect(box).toHaveValue(words)
        await add.click()
      }
      done.push(words)
      await expect.poll(stored, { timeout: 60_000 }).toEqual(done)
      await expect(box).toBeHidden()
    })
})
