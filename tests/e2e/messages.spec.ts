import { expect, openDraft, test } from './stage.ts'
import { untilIdle } from './until-idle.ts'

test('what is typed is stored once for each change, and the draft is not read again for it', async ({
  rep,
}) => {
  const panel = await openDraft(rep)
  await panel.evaluate(noteRequests)
  const box = panel.getByRole('textbox', { name: 'Why now' })
  for (const word of ['Soon', 'Soon, they', 'Soon, they say.']) {
    await box.fill(word)
    await expect(panel.getByText('Saved on this computer', { exact: true })).toBeVisible()
  }
  // The worker has announced everything by the time it answers this, and the panel has heard it.
  await panel.evaluate(() => chrome.runtime.sendMessage({ request: 'shortcut.read', params: {} }))
  await untilIdle(panel)
  const asked = await panel.evaluate(() => document.documentElement.dataset['asked'] ?? '')
  expect(asked).toContain('draft.answer')
  expect(asked).not.toContain('draft.read')
})

/** Runs in the panel: notes what it asks the worker from now on. */
function noteRequests(): void {
  const { runtime } = chrome
  const send = runtime.sendMessage.bind(runtime)
  const noting = (message: { readonly request: string }): Promise<unknown> => {
    const { dataset } = document.documentElement
    dataset['asked'] = `${dataset['asked'] ?? ''} ${message.request}`
    return send(message)
  }
  Reflect.set(runtime, 'sendMessage', noting)
}
