import { extensionWorker } from '#demo/launch/browser.ts'
import { brightwater } from './cast.ts'
import { expect, test } from './stage.ts'

test('a click on a notification opens its deal also where no window is open', async ({
  org,
  openBrowser,
}) => {
  const context = await openBrowser()
  const worker = await extensionWorker(context)
  await Promise.all(context.pages().map((page) => page.close()))
  const openPages = () => worker.evaluate(async () => (await chrome.tabs.query({})).length)
  await expect.poll(openPages).toBe(0)
  const opened = context.waitForEvent('page')
  await worker.evaluate((id) => {
    const { onClicked } = chrome.notifications
    if ('dispatch' in onClicked && typeof onClicked.dispatch === 'function') onClicked.dispatch(id)
  }, `segue|${org.hosts.my}|${brightwater.id}|sent`)
  const page = await opened
  await expect.poll(() => page.url()).toContain(org.hosts.my.split('.')[0])
})
