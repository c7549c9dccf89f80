import { join } from 'node:path'

import { extensionWorker, stopWorker } from '#demo/launch/browser.ts'
import { callsForTheDeal, compositeCalls } from './calls.ts'
import { ana, brightwater, mara } from './cast.ts'
import { dealAddress, deskOf, expect, openDraft, openPanel, test } from './stage.ts'

const words = 'They must close the books in five days; the auditors wrote in spring.'
const question = 'The problem they want solved'

test('answers that Salesforce knows are there, each with its source', async ({ rep }) => {
  const panel = await openDraft(rep)
  const sold = panel.getByRole('region', { name: 'What was sold' })
  await expect(sold.getByRole('combobox', { name: 'Stage' })).toHaveValue('Closed Won')
  await expect(sold.getByText(/^from Opportunity › Stage · /)).toBeVisible()
  const next = panel.getByRole('region', { name: 'Next step and roles' })
  await expect(next.getByRole('textbox', { name: 'Next step' })).toHaveValue(/^Kickoff on/)
  await expect(next.getByText(/^from Opportunity › Next Step · /)).toBeVisible()
  const people = panel.getByRole('region', { name: 'Who is who' })
  await expect(people.getByText(/^from Contact role › Economic Buyer/).first()).toBeVisible()
})

test('an answer that is changed by hand no longer claims to come from Salesforce', async ({
  rep,
}) => {
  const panel = await openDraft(rep)
  const next = panel.getByRole('region', { name: 'Next step and roles' })
  await next.getByRole('textbox', { name: 'Next step' }).fill('Send three dates to Michelle.')
  await expect(next.getByText(/^from Opportunity › Next Step/)).toBeHidden()
  await expect(next.getByText('written by you · just now')).toBeVisible()
})

test('what was typed stays when Salesforce changes under it, and theirs is taken by choice only', async ({
  rep,
  org,
}) => {
  const panel = await openDraft(rep)
  const box = panel.getByRole('textbox', { name: 'Next step' })
  await box.fill('Send three dates to Michelle.')
  await expect(panel.getByText('Saved on this computer', { exact: true })).toBeVisible()
  org.as(mara.id).update('Opportunity', brightwater.id, { NextStep: 'Mara calls Pieter' })
  await rep.reload()
  const again = await openDraft(rep)
  const next = again.locator('[data-question="next.step"]')
  await expect(next.getByText('changed in Salesforce since')).toBeVisible()
  await expect(next.getByRole('textbox')).toHaveValue('Send three dates to Michelle.')
  await next.getByRole('button', { name: 'Take “Mara calls Pieter”' }).click()
  await expect(next.getByRole('textbox')).toHaveValue('Mara calls Pieter')
  await next.getByRole('button', { name: 'Undo' }).click()
  await next.getByRole('button', { name: 'Keep mine' }).click()
  await expect(next.getByRole('textbox')).toHaveValue('Send three dates to Michelle.')
  await expect(next.getByText('changed in Salesforce since')).toBeHidden()
})

test('one call to Salesforce opens a deal, however often it is opened', async ({ rep, org }) => {
  const panel = await openDraft(rep)
  await expect(panel.getByText('Saved on this computer', { exact: true })).toBeVisible()
  expect(callsForTheDeal(org)).toEqual(['POST /services/data/v67.0/composite'])
  expect(compositeCalls(org)).toEqual(['POST 200'])
})

test('what is typed is saved on this computer, and Salesforce hears nothing of it', async ({
  rep,
  org,
}) => {
  const panel = await openDraft(rep)
  const before = callsForTheDeal(org)
  await panel.getByRole('textbox', { name: question }).fill(words)
  await expect(panel.getByText('Saving…')).toBeHidden()
  await expect(panel.getByText('Saved on this computer', { exact: true })).toBeVisible()
  expect(callsForTheDeal(org)).toEqual(before)
})

test('Ctrl+Z takes back what was typed in one go, as in any box', async ({ rep }) => {
  const panel = await openDraft(rep)
  for (const name of [question, 'Start, term, end, renewal, notice and payment']) {
    const box = panel.getByRole('textbox', { name })
    await box.press('ControlOrMeta+End')
    await box.pressSequentially('They close')
    await expect(box).toHaveValue(/They close$/)
    await box.press('ControlOrMeta+z')
    // The first letter stays where the answer begins with it: what says that there is none goes away then, and with
    // any element that goes away Chrome begins anew.
    await expect(box).not.toHaveValue(/Th/)
  }
})

test('what is typed is there again after a reload', async ({ rep }) => {
  const panel = await openDraft(rep)
  await panel.getByRole('textbox', { name: question }).fill(words)
  await expect(panel.getByText('Saved on this computer', { exact: true })).toBeVisible()
  await rep.reload()
  const again = await openDraft(rep)
  await expect(again.getByRole('textbox', { name: question })).toHaveValue(words)
})

test('typing goes on when the browser kills the worker between two words (F8)', async ({ rep }) => {
  const panel = await openDraft(rep)
  const box = panel.getByRole('textbox', { name: question })
  await box.pressSequentially('They must close ')
  await expect(panel.getByText('Saved on this computer', { exact: true })).toBeVisible()
  await stopWorker(rep)
  await box.pressSequentially('the books')
  await expect(panel.getByText('Saved on this computer', { exact: true })).toBeVisible()
  await stopWorker(rep)
  await rep.reload()
  const again = await openDraft(rep)
  await expect(again.getByRole('textbox', { name: question })).toHaveValue(
    'They must close the books',
  )
})

test('what is typed is there again when the browser was closed', async ({
  rep,
  org,
  openBrowser,
  profileDir,
}) => {
  const panel = await openDraft(rep)
  await panel.getByRole('textbox', { name: question }).fill(words)
  await expect(panel.getByText('Saved on this computer', { exact: true })).toBeVisible()
  await rep.context().close()
  const context = await openBrowser({ profileDir: join(profileDir, '0') })
  const page = await deskOf(org, context, ana.name)
  const again = await openDraft(page)
  await expect(again.getByRole('textbox', { name: question })).toHaveValue(words)
})

test('words typed in the very moment of leaving the page are kept (F6)', async ({ rep, org }) => {
  const panel = await openDraft(rep)
  await panel.getByRole('textbox', { name: question }).fill(words)
  await rep.goto(`https://${org.hosts.lightning}/lightning/o/Opportunity/list?filterName=Recent`)
  await rep.goto(dealAddress(org, brightwater.id))
  const again = await openDraft(rep)
  await expect(again.getByRole('textbox', { name: question })).toHaveValue(words)
})

test('a draft whose template the company has taken away goes on with another one, every answer kept', async ({
  rep,
}) => {
  const panel = await openDraft(rep)
  await panel.getByRole('textbox', { name: question }).fill(words)
  await expect(panel.getByText('Saved on this computer', { exact: true })).toBeVisible()
  await (await extensionWorker(rep.context())).evaluate(renameTemplate, 'acme-renewal')
  await rep.reload()
  const again = await openPanel(rep)
  await expect(again.getByText('acme-renewal 1.0.0')).toBeVisible()
  await again.getByRole('button', { name: 'Choose another template' }).click()
  await again.getByRole('radio', { name: /^Sales to customer success/ }).click()
  await again.getByRole('button', { name: 'Use it' }).click()
  await expect(again.getByRole('textbox', { name: question })).toHaveValue(words)
  await expect(again.getByText('Every answer is kept.')).toBeVisible()
})

/** Runs in the worker: the draft as one that was written with a template of that key. */
async function renameTemplate(key: string): Promise<void> {
  const settled = <Result>(request: IDBRequest<Result>) =>
    new Promise<Result>((resolve, reject) => {
      request.addEventListener('success', () => resolve(request.result))
      request.addEventListener('error', () => reject(request.error ?? new Error('unknown')))
    })
  const database = await settled(indexedDB.open('segue'))
  const drafts = database.transaction('drafts', 'readwrite').objectStore('drafts')
  const [draft] = await settled<{ template: object }[]>(drafts.getAll())
  await settled(drafts.put({ ...draft, template: { ...draft?.template, key } }))
  database.close()
}

test('what is pasted from PowerPoint keeps its words apart, and Ctrl+Z takes it back', async ({
  rep,
}) => {
  const panel = await openDraft(rep)
  const box = panel.getByRole('textbox', { name: question })
  await copyFrom(panel, 'Two depots\v<b>One</b> planner\u2028Three trucks')
  await box.focus()
  await rep.keyboard.press('Control+V')
  await expect(box).toHaveValue('Two depots\n<b>One</b> planner\nThree trucks')
  await rep.keyboard.press('Control+Z')
  await expect(box).toHaveValue('')
})

test('a long text from PowerPoint is pasted without waiting', async ({ rep }) => {
  const panel = await openDraft(rep)
  const box = panel.getByRole('textbox', { name: question })
  await copyFrom(panel, 'What somebody has said\v'.repeat(4000))
  await box.focus()
  await rep.keyboard.press('Control+V')
  await expect(box).toHaveValue('What somebody has said\n'.repeat(4000))
  await box.press('Control+A')
  await copyFrom(panel, 'Somebody else\v'.repeat(4000))
  await rep.keyboard.press('Control+V')
  await expect(box).toHaveValue(/^Somebody else/)
  await rep.keyboard.press('Control+Z')
  await expect(box).toHaveValue('What somebody has said\n'.repeat(4000))
})

/** Has a text in the clipboard as if it were copied elsewhere. */
const copyFrom = (panel: Awaited<ReturnType<typeof openDraft>>, copied: string) =>
  panel.evaluate((text) => {
    const fill = (event: ClipboardEvent) => {
      event.clipboardData?.setData('text/plain', text)
      event.preventDefault()
    }
    document.addEventListener('copy', fill, { once: true })
    document.execCommand('copy')
  }, copied)
