/* oxlint-disable no-console */
import type { Frame } from '@playwright/test'
import { extensionWorker, openPopup, pressCommand, stopWorker } from '#demo/launch/browser.ts'
import { ana, brightwater, mara, sahara } from './cast.ts'
import { onDisk, surface } from './asking.ts'
import { violationsIn } from './axe.ts'
import { readyDraft } from './crash-trial.ts'
import { handoffs, rows } from './holdings.ts'
import { readyToWrite, submit, writeButton } from './sending.ts'
import {
  dealAddress,
  deskOf,
  expect,
  openDraft,
  openDraftBeside,
  openPanel,
  panelFrame,
  test,
} from './stage.ts'
import { timeAcross } from './typing-watch.ts'

test.describe.configure({ timeout: 180_000 })

const question = 'The problem they want solved'
const other = 'Why now'

test('two tabs on one draft: no field is lost, and each sees the other (F45)', async ({
  rep,
  org,
}) => {
  const first = await openDraft(rep)
  const second = await openDraftBeside(rep, org, brightwater.id)
  const box = second.getByRole('textbox', { name: question })
  await first.getByRole('textbox', { name: question }).fill('From the first tab.')
  await expect(first.getByText('Saved on this computer', { exact: true })).toBeVisible()
  await expect(box).toHaveValue('From the first tab.')
  const delays: number[] = []
  for (const text of ['From the first tab!', 'From the first tab?', 'From the first tab.'])
    delays.push(await timeAcross(first.getByRole('textbox', { name: question }), box, text))
  console.log(`a word of one tab is in the other after ${delays.join(', ')} ms`)
  await second.getByRole('textbox', { name: other }).fill('From the second tab.')
  await expect(first.getByRole('textbox', { name: other })).toHaveValue('From the second tab.')
  await expect(first.getByRole('textbox', { name: question })).toHaveValue('From the first tab.')
  await rep.reload()
  const again = await openDraft(rep)
  await expect(again.getByRole('textbox', { name: question })).toHaveValue('From the first tab.')
  await expect(again.getByRole('textbox', { name: other })).toHaveValue('From the second tab.')
})

test('another record while the first is still loading: the panel shows the right one (F54)', async ({
  rep,
  org,
}) => {
  const path = '/composite'
  const effect = { kind: 'delay', milliseconds: 3000 } as const
  org.faults.add({ path, effect, after: 0, times: 1, probability: 1 })
  await openPanel(rep)
  await rep.evaluate((address) => history.pushState(null, '', address), dealAddress(org, sahara.id))
  const panel = panelFrame(rep)
  if (!panel) throw new Error('no panel')
  await expect(panel.getByRole('heading', { level: 1, name: sahara.name })).toBeVisible({
    timeout: 20_000,
  })
  await expect(panel.getByRole('heading', { level: 1, name: brightwater.name })).toBeHidden()
})

test('browsing data of Salesforce is cleared: the draft stays (F21)', async ({ rep, org }) => {
  const panel = await openDraft(rep)
  await panel.getByRole('textbox', { name: question }).fill('Five days.')
  await expect(panel.getByText('Saved on this computer', { exact: true })).toBeVisible()
  const session = await rep.context().newCDPSession(rep)
  for (const host of [org.hosts.lightning, org.hosts.my])
    await session.send('Storage.clearDataForOrigin', {
      origin: `https://${host}`,
      storageTypes: 'local_storage,indexeddb,cache_storage,service_workers',
    })
  await session.send('Network.clearBrowserCache')
  await rep.reload()
  const again = await openDraft(rep)
  await expect(again.getByRole('textbox', { name: question })).toHaveValue('Five days.')
})

test('storage is exempt from being thrown away, and the settings say how it is kept (F22)', async ({
  rep,
}) => {
  const worker = await extensionWorker(rep.context())
  const { permissions } = await worker.evaluate(() => chrome.runtime.getManifest())
  expect(permissions).toContain('unlimitedStorage')
  const page = await openPopup(rep.context())
  await page.goto(page.url().replace('popup.html', 'options.html#storage'))
  await expect(page.getByRole('heading', { name: 'Storage' })).toBeVisible()
  await expect(page.getByText(/are used\./)).toBeVisible()
})

test('the database is lost, and later a newer one is found: every surface says so (F18, F24)', async ({
  rep,
}) => {
  const panel = await openDraft(rep)
  await panel.getByRole('textbox', { name: question }).fill('Five days.')
  await expect(panel.getByText('Saved on this computer', { exact: true })).toBeVisible()
  const popup = await openPopup(rep.context())
  const page = await rep.context().newPage()
  await page.goto(popup.url().replace('popup.html', 'insights.html'))
  await (await extensionWorker(rep.context())).evaluate(deleteDatabase)
  await stopWorker(rep)
  for (const each of [popup, page]) {
    await each.reload()
    const notice = each.getByText('Restored from the reserve copy')
    await expect(notice).toBeVisible()
    await expect(each.getByText(brightwater.name).first()).toBeVisible()
    expect(await violationsIn(each)).toEqual([])
  }
  await popup.getByRole('button', { name: 'OK' }).click()
  for (const each of [popup, page])
    await expect(each.getByText('Restored from the reserve copy')).toBeHidden()
  await (await extensionWorker(rep.context())).evaluate(openAsNewer)
  await stopWorker(rep)
  for (const each of [popup, page]) {
    await each.reload()
    await expect(each.getByText('A newer version of Segue was used here')).toBeVisible()
    expect(await violationsIn(each)).toEqual([])
  }
})

/** What a browser does to a database that it finds damaged. */
function deleteDatabase(): Promise<void> {
  return new Promise((resolve) => {
    indexedDB.deleteDatabase('segue').addEventListener('success', () => resolve())
  })
}

/** What a later version of the extension leaves behind. */
function openAsNewer(): Promise<void> {
  return new Promise((resolve) => {
    const opening = indexedDB.open('segue', 100_000)
    opening.addEventListener('success', () => {
      opening.result.close()
      resolve()
    })
  })
}

test('a colleague changes the field, then another computer is quicker: both are shown (F34, F47)', async ({
  org,
  openBrowser,
}) => {
  const [one, two] = [await openBrowser(), await openBrowser()]
  const first = await openDraft(await deskOf(org, one, ana.name))
  const second = await openDraft(await deskOf(org, two, ana.name))
  await first.getByRole('textbox', { name: 'Next step' }).fill('Send Michelle three dates.')
  await writeButtonOf(second)
  const write = await writeButtonOf(first)
  await first.page().setViewportSize({ width: 1360, height: 620 })
  org.as(mara.id).update('Opportunity', brightwater.id, { NextStep: 'Call the CFO first.' })
  await write.click()
  const choice = first.getByRole('group', { name: 'Opportunity › Next Step' })
  await expect(choice.getByText(/^When you looked: Kickoff/)).toBeVisible()
  // Nothing else is in the panel: on a low screen too, what is asked for is seen without scrolling.
  await expect(first.getByRole('button', { name: 'Write it like this' })).toBeInViewport()
  expect(await violationsIn(first)).toEqual([])
  await choice.getByRole('radio', { name: /^In Salesforce now: Call the CFO first/ }).check()
  expect(handoffs(org)).toEqual([])
  await first.getByRole('button', { name: 'Write it like this' }).click()
  await expect(first.getByText(/^In Salesforce · HO-/)).toBeVisible()
  const deal = rows(org, `SELECT NextStep FROM Opportunity WHERE Id = '${brightwater.id}'`)
  expect(deal).toMatchObject([{ NextStep: 'Call the CFO first.' }])
  await second.getByRole('button', { name: 'Write to Salesforce' }).click()
  const status = second.getByRole('region', { name: 'Opportunity › Handoff Status' })
  await expect(status.getByText('In Salesforce now: Submitted')).toBeVisible()
  expect(await violationsIn(second)).toEqual([])
  await second.getByRole('button', { name: 'Back to the draft' }).click()
  await expect(second.getByText('This deal has been handed over already')).toBeVisible()
  expect(await violationsIn(second)).toEqual([])
  await second.getByRole('button', { name: 'See that handoff' }).click()
  await expect(second.getByRole('article', { name: /^Handoff HO-/ })).toBeVisible()
  expect(handoffs(org)).toHaveLength(1)
})

const writeButtonOf = async (panel: Frame) => writeButton(await readyToWrite(panel))

test('a slow network: nothing is called failed, and the handoff arrives once (F44)', async ({
  rep,
  org,
}) => {
  const panel = await openDraft(rep)
  org.faults.add({
    path: '/services/',
    effect: { kind: 'delay', milliseconds: 1500 },
    after: 0,
    times: 0,
    probability: 1,
  })
  await submit(panel)
  await expect(panel.getByText(/failed/i)).toBeHidden()
  expect(handoffs(org)).toHaveLength(1)
})

test('the surface is closed right after the press: the press is done or was never made (F7)', async ({
  rep,
  org,
}) => {
  const page = await surface(rep.context())
  const draft = await readyDraft(page, 'Five days.')
  await page.evaluate((params) => {
    const confirmation = { id: crypto.randomUUID(), at: Date.now() }
    void chrome.runtime.sendMessage({ request: 'handoff.submit', params, confirmation })
  }, draft)
  await page.close()
  const next = await surface(rep.context())
  await expect
    .poll(async () => {
      const { drafts } = await onDisk(next)
      return drafts.length + handoffs(org).length
    })
    .toBe(1)
  await expect.poll(async () => (await onDisk(next)).outbox.length - handoffs(org).length).toBe(0)
})

test('the panel crashes: the next press brings it back with what was saved (F5)', async ({
  rep,
}) => {
  const panel = await openDraft(rep)
  await panel.getByRole('textbox', { name: question }).fill('Five days.')
  await expect(panel.getByText('Saved on this computer', { exact: true })).toBeVisible()
  const session = await rep.context().newCDPSession(panel)
  // Whatever of the extension runs goes with it, the worker too; and nothing is left to answer.
  void session.send('Page.crash').catch(() => undefined)
  const panels = async () => {
    const worker = await extensionWorker(rep.context())
    const contexts = () => chrome.runtime.getContexts({ contextTypes: ['TAB'] })
    return (await worker.evaluate(contexts)).length
  }
  await expect(async () => expect(await panels()).toBe(0)).toPass()
  await pressCommand(rep)
  await expect(async () => expect(await panels()).toBe(1)).toPass()
  // The driver calls the whole page crashed: what is kept is looked at from another one.
  const [draft] = (await onDisk(await surface(rep.context()))).drafts
  expect(JSON.stringify(draft)).toContain('Five days.')
})
