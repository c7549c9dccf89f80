import type { BrowserContext } from '@playwright/test'
import { extensionWorker } from '#demo/launch/browser.ts'
import { expect, openDraft, test } from './stage.ts'

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
