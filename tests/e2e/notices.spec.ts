import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { extensionOrigin, extensionWorker, signIn } from '#demo/launch/browser.ts'
import { ben, brightwater } from './cast.ts'
import { handoffOf } from './handed-over.ts'
import { expect, type OpenBrowser, test } from './stage.ts'

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

/** A browser whose user has turned off the notifications of this extension. */
async function openBlocked(openBrowser: OpenBrowser, profileDir: string) {
  const context = await openBrowser({ profileDir })
  const { host: id } = new URL(await extensionOrigin(context))
  await context.close()
  const file = join(profileDir, 'Default', 'Preferences')
  const kept: object = JSON.parse(readFileSync(file, 'utf8'))
  writeFileSync(file, JSON.stringify({ ...kept, message_center: { disabled_extension_ids: [id] } }))
  return openBrowser({ profileDir })
}

test('who has turned notifications off is told so, still sees on the icon what waits, and can have it forgotten', async ({
  org,
  openBrowser,
  profileDir,
}) => {
  const context = await openBlocked(openBrowser, profileDir)
  const worker = await extensionWorker(context)
  expect(await worker.evaluate(() => chrome.notifications.getPermissionLevel())).toBe('denied')
  handoffOf(org, { status: 'Submitted' })
  await signIn(await context.newPage(), org.hosts, ben.name)
  await expect.poll(() => worker.evaluate(() => chrome.action.getBadgeText({}))).toBe('1')

  const settings = await context.newPage()
  await settings.goto(`${await extensionOrigin(context)}/options.html#notifications`)
  await expect(settings.getByText(/turned off for Segue/)).toBeVisible()
  await settings.getByRole('checkbox').first().uncheck()
  await settings.getByRole('link', { name: 'Privacy' }).click()
  await settings.getByRole('button', { name: 'Forget everything…' }).click()
  await settings.getByRole('button', { name: 'Forget for good' }).click()
  await expect(settings.getByText(/^Forgotten:/)).toBeVisible()
  await settings.getByRole('link', { name: 'Notifications' }).click()
  await expect(settings.getByRole('checkbox').first()).toBeChecked()
})
