import { extensionWorker } from '#demo/launch/browser.ts'
import { expect, openDraft, test } from './stage.ts'

/** What was thrown away long ago, by its key. */
const old = { key: 'old', draft: {}, discardedAt: '2020-01-01T00:00:00.000Z' }

test('what is due to be forgotten goes in a browser that is never closed', async ({ rep }) => {
  await openDraft(rep)
  const worker = await extensionWorker(rep.context())
  const inTrash = (row?: object) =>
    worker.evaluate(async (added) => {
      const done = <Value>(request: IDBRequest<Value>) =>
        new Promise<Value>((resolve, reject) => {
          request.addEventListener('success', () => resolve(request.result))
          request.addEventListener('error', () => reject(new Error('IndexedDB')))
        })
      const database = await done(indexedDB.open('segue'))
      const trash = database.transaction('trash', 'readwrite').objectStore('trash')
      if (added) await done(trash.put(added))
      const count = await done(trash.count())
      database.close()
      return count
    }, row)
  expect(await inTrash(old)).toBe(1)
  await worker.evaluate(async () => {
    await chrome.storage.session.set({ tidied: '2020-01-31' })
    const { onAlarm } = chrome.alarms
    if ('dispatch' in onAlarm && typeof onAlarm.dispatch === 'function')
      onAlarm.dispatch({ name: 'poll' })
  })
  await expect.poll(() => inTrash()).toBe(0)
})
