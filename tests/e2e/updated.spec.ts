import type { BrowserContext } from '@playwright/test'
import { extensionWorker } from '#demo/launch/browser.ts'
import { ben } from './cast.ts'
import { handoffOf } from './handed-over.ts'
import { deskOf, expect, openDraft, openPanel, test } from './stage.ts'

const words = 'The auditors wrote in spring.'

/** Reloads the extension as an update does. */
async function update(context: BrowserContext): Promise<void> {
  const worker = await extensionWorker(context)
  const gone = new Promise((resolve) => {
    worker.once('close', resolve)
  })
  await worker.evaluate(() => setTimeout(() => chrome.runtime.reload()))
  await gone
}

test('a panel under which Segue was updated closes, and opens again with what was typed', async ({
  rep,
}) => {
  const panel = await openDraft(rep)
  await update(rep.context())
  const isShown = async () => (await panel.frameElement()).isVisible()
  const box = panel.getByRole('textbox', { name: 'Why now' })
  await box.fill(words)
  await expect(panel.getByText(/Segue was updated. Copy what you need/)).toBeVisible()
  await rep.keyboard.press('Escape')
  await expect.poll(isShown).toBe(false)
  // The launcher stands in a closed shadow root: a press where it is.
  const { width = 0, height = 0 } = rep.viewportSize() ?? {}
  await rep.mouse.click(width - 20, height / 2)
  await expect.poll(isShown).toBe(true)
  await expect(box).toHaveValue(words)
  await panel.getByRole('button', { name: /^Close/ }).click()
  await expect.poll(isShown).toBe(false)
})

test('a remark that is sent after Segue was updated is not called saved', async ({
  org,
  openBrowser,
}) => {
  handoffOf(org, { status: 'Submitted' })
  const context = await openBrowser()
  const panel = await openPanel(await deskOf(org, context, ben.name))
  await panel.getByRole('button', { name: 'Decline…' }).click()
  const sheet = panel.getByRole('dialog', { name: 'Decline this handoff' })
  await sheet.getByRole('checkbox', { name: 'Success is not defined' }).check()
  await update(context)
  const box = sheet.getByRole('textbox').first()
  await box.fill(words)
  await sheet.getByRole('radio').first().check()
  await sheet.getByRole('button', { name: 'Decline' }).click()
  const told = panel.getByText('Segue was updated. Copy what you need, then reload this page.')
  await expect(told).toBeVisible()
  await expect(panel.getByText('is saved on this computer')).toBeHidden()
  await panel.getByRole('button', { name: 'Decline…' }).click()
  await expect(box).toHaveValue(words)
})
