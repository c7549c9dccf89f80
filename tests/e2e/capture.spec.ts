import type { BrowserContext, Page } from '@playwright/test'
import { extensionOrigin, extensionWorker, stopWorker } from '#demo/launch/browser.ts'
import { violationsIn } from './axe.ts'
import { callsForTheDeal } from './calls.ts'
import { brightwater, sahara } from './cast.ts'
import { expect, openDraft, openDraftBeside, test } from './stage.ts'

const text = 'They fear the freeze in March. Legal wants to see the terms before that.'
const pageUrl = 'https://acme.slack.example/archives/C7?token=abc'

const turnOn = { name: 'Add what I select on any page' }

/** Lets Segue have a menu of selections, in the settings: the browser warns of nothing, and asks nothing. */
async function turnOnMenu(context: BrowserContext): Promise<Page> {
  const settings = await context.newPage()
  await settings.goto(`${await extensionOrigin(context)}/options.html#selections`)
  await settings.getByRole('button', turnOn).click()
  await expect(settings.getByText('It is on')).toBeVisible()
  return settings
}

/** Whether the browser has an entry of this id in its menu; it shows the menu itself to people only. */
async function hasEntry(context: BrowserContext, id: string): Promise<boolean> {
  const worker = await extensionWorker(context)
  return worker.evaluate(async (entry) => {
    try {
      await chrome.contextMenus.update(entry, { enabled: true })
      return true
    } catch {
      return false
    }
  }, id)
}

/** Chooses an entry of the menu, as the browser says that somebody did. */
async function choose(context: BrowserContext, menuItemId: string): Promise<void> {
  const worker = await extensionWorker(context)
  const pressed = { menuItemId, selectionText: text, pageUrl, editable: false }
  await worker.evaluate((info) => {
    const { onClicked } = chrome.contextMenus
    if ('dispatch' in onClicked && typeof onClicked.dispatch === 'function')
      onClicked.dispatch(info, {})
  }, pressed)
}

const told = async (context: BrowserContext) =>
  (await extensionWorker(context)).evaluate(async () =>
    Object.keys(await chrome.notifications.getAll()),
  )

/** The key of the draft in the worker's database. */
const keyOf = async (context: BrowserContext, opportunityId: string) =>
  (await extensionWorker(context)).evaluate(
    (id) =>
      new Promise<string>((resolve, reject) => {
        const opening = indexedDB.open('segue')
        opening.addEventListener('error', () => reject(new Error('not opened')))
        opening.addEventListener('success', () => {
          const rows = opening.result.transaction('drafts').objectStore('drafts').getAll()
          rows.addEventListener('success', () => {
            const found = rows.result.find(
              (row: { opportunityId: string }) => row.opportunityId === id,
            )
            resolve(String(found?.key))
          })
        })
      }),
    opportunityId,
  )

test('a selection on any page is in the draft after one choice in its menu, at once and with the way back', async ({
  rep,
  org,
}) => {
  const context = rep.context()
  await turnOnMenu(context)
  await expect.poll(() => hasEntry(context, 'capture')).toBe(true)
  const panel = await openDraft(rep)
  const key = await keyOf(context, brightwater.id)
  await expect.poll(() => hasEntry(context, `capture:${key}`)).toBe(true)
  org.calls.clear()
  await choose(context, `capture:${key}`)
  await expect(panel.getByText('1 added from elsewhere.')).toBeVisible()
  await expect
    .poll(() => told(context))
    .toEqual([expect.stringContaining(`|${brightwater.id}|captured|`)])
  expect(callsForTheDeal(org)).toEqual([])

  await panel.getByRole('button', { name: 'History and evidence' }).click()
  const sheet = panel.getByRole('dialog')
  await sheet.getByRole('tab', { name: 'From elsewhere (1)' }).click()
  const row = sheet.getByRole('list', { name: 'Added from elsewhere' }).getByRole('button').first()
  await expect(row).toHaveText(/Selected on acme\.slack\.example.*“They fear the freeze in March/s)
  expect(await violationsIn(panel)).toEqual([])
  await row.click()
  await expect(sheet.getByText(text)).toBeVisible()
  await expect(sheet.getByRole('link', { name: 'acme.slack.example' })).toHaveAttribute(
    'href',
    'https://acme.slack.example/archives/C7',
  )
})

test('of several drafts the menu lists the latest, and names none once its user has signed out', async ({
  rep,
  org,
}) => {
  const context = rep.context()
  await turnOnMenu(context)
  await openDraft(rep)
  await openDraftBeside(rep, org, sahara.id)
  const keys = [await keyOf(context, brightwater.id), await keyOf(context, sahara.id)]
  for (const key of keys) await expect.poll(() => hasEntry(context, `capture:${key}`)).toBe(true)
  await context.clearCookies()
  for (const key of keys) await expect.poll(() => hasEntry(context, `capture:${key}`)).toBe(false)
  expect(await hasEntry(context, 'capture')).toBe(true)
  await choose(context, 'capture')
  await expect.poll(() => told(context)).toEqual([expect.stringContaining('|not-captured|')])
})

test('the menu is turned on from the panel, comes and goes with its permission, and is heard by a worker that starts', async ({
  rep,
}) => {
  const context = rep.context()
  const panel = await openDraft(rep)
  expect(await hasEntry(context, 'capture')).toBe(false)
  await panel.getByRole('button', { name: 'History and evidence' }).click()
  await panel.getByRole('dialog').getByRole('tab', { name: 'From elsewhere' }).click()
  const [settings] = await Promise.all([
    context.waitForEvent('page'),
    panel.getByRole('link', { name: 'turn that on' }).click(),
  ])
  // No worker runs: the permission starts one.
  await stopWorker(settings)
  await settings.getByRole('button', turnOn).click()
  await expect(settings.getByText('It is on')).toBeVisible()
  expect(await violationsIn(settings)).toEqual([])
  const id = `capture:${await keyOf(context, brightwater.id)}`
  await expect.poll(() => hasEntry(context, id)).toBe(true)
  await rep.bringToFront()
  await expect(panel.getByRole('link', { name: 'turn that on' })).toBeHidden()
  const isHeard = async () =>
    (await extensionWorker(context)).evaluate(() => chrome.contextMenus.onClicked.hasListeners())
  expect(await isHeard()).toBe(true)

  await settings.bringToFront()
  await settings.getByRole('button', { name: 'Turn it off' }).click()
  await expect(settings.getByRole('button', turnOn)).toBeVisible()
  await expect.poll(isHeard).toBe(false)
  expect(await hasEntry(context, id)).toBe(false)
  await settings.getByRole('button', turnOn).click()
  await expect.poll(() => hasEntry(context, id)).toBe(true)
  expect(await isHeard()).toBe(true)
})
