import type { Frame, Page } from '@playwright/test'
import { stopWorker } from '#demo/launch/browser.ts'
import type { Org } from '#demo/org/org.ts'
import { compositeCalls } from './calls.ts'
import { ana, ben, brightwater } from './cast.ts'
import { handoffs, rows } from './holdings.ts'
import { promised, readyToWrite, submit, writeButton } from './sending.ts'
import { expect, openDraft, openPanel, test } from './stage.ts'

// Each of these tests writes a whole handoff; an operation cut short is taken up again after a minute.
test.describe.configure({ timeout: 180_000 })

const nextStep = 'Send Michelle three dates for the kickoff.'

/** A billing contact whom Salesforce does not know, and another part in the deal for the champion. */
async function nameSomebodyNew(panel: Frame): Promise<void> {
  const billing = panel.locator('[data-question="people.billing"]')
  await billing.getByRole('searchbox').fill('Zoe van Dam')
  await billing.getByRole('button', { name: /^Create “Zoe van Dam”/ }).click()
  await billing.getByLabel('First name').fill('Zoe')
  await billing.getByLabel(/^Last name/).fill('van Dam')
  await billing.getByLabel('E-mail').fill('zoe@brightwater-logistics.example')
  await billing.getByLabel('E-mail').press('Enter')
  await expect(billing.getByText(/^Becomes a contact/)).toBeVisible()
  const champion = panel.locator('[data-question="people.champion"]')
  await champion.getByLabel('Contact role').selectOption('Evaluator')
  await champion.getByLabel('Strength of support').selectOption('strong')
}

test('the review shows what changes before and after, and what happens, in sentences', async ({
  rep,
  org,
}) => {
  const panel = await openDraft(rep)
  await panel.getByRole('textbox', { name: 'Next step' }).fill(nextStep)
  const sheet = await readyToWrite(panel)
  const change = sheet.getByRole('listitem').filter({ hasText: 'Next Step' })
  await expect(change.locator('del')).toContainText('Kickoff on 1 December')
  await expect(change.locator('ins')).toHaveText(nextStep)
  await expect(sheet.getByText(/handoff to Ben Kowalski is created/)).toBeVisible()
  await expect(sheet.getByText(/One promise is entered/)).toBeVisible()
  await expect(sheet.getByText(/Its owner does not change/)).toBeVisible()
  expect(handoffs(org)).toEqual([])
  const [deal] = rows(org, `SELECT NextStep FROM Opportunity WHERE Id = '${brightwater.id}'`)
  expect(deal?.['NextStep']).toMatch(/^Kickoff on 1 December/)
})

test('the review names a new contact that was begun and not used, and what was typed stays', async ({
  rep,
}) => {
  const panel = await openDraft(rep)
  const billing = panel.locator('[data-question="people.billing"]')
  await billing.getByRole('searchbox').fill('Zoe van Dam')
  await billing.getByRole('button', { name: /^Create “Zoe van Dam”/ }).click()
  await billing.getByLabel('E-mail').fill('zoe@brightwater-logistics.example')
  const sheet = await readyToWrite(panel)
  const left = sheet.getByRole('listitem').filter({ hasText: '“Zoe van Dam” is not sent' })
  await left.getByRole('button', { name: 'Go' }).click()
  await rep.reload()
  const again = await openDraft(rep)
  const kept = again.locator('[data-question="people.billing"]').getByLabel('E-mail')
  await expect(kept).toHaveValue('zoe@brightwater-logistics.example')
})

test('one press writes everything in one call, and the panel shows the handoff', async ({
  rep,
  org,
}) => {
  const panel = await openDraft(rep)
  await panel.getByRole('textbox', { name: 'Next step' }).fill(nextStep)
  await nameSomebodyNew(panel)
  const sheet = await readyToWrite(panel)
  await expect(
    sheet.getByText(/Zoe van Dam becomes a contact of Brightwater/).first(),
  ).toBeVisible()
  org.calls.clear()
  await writeButton(sheet).click()
  await expect(panel.getByText(/^In Salesforce · HO-/)).toBeVisible()
  await expect(panel.getByRole('article', { name: /^Handoff HO-/ })).toContainText(promised)
  expect(compositeCalls(org)).toEqual(['POST 200'])
  const [handoff] = handoffs(org)
  expect(handoff).toMatchObject({
    Status__c: 'Submitted',
    OwnerId: ana.id,
    Outgoing_Owner__c: ana.id,
    Incoming_Owner__c: ben.id,
    Client_Key__c: expect.stringMatching(/^[0-9a-f-]{36}$/),
    Summary__c: expect.stringContaining(promised),
  })
  expectWrittenOnce(org)
  expect(rows(org, 'SELECT Words__c FROM Handoff_Commitment__c')).toMatchObject([
    { Words__c: promised },
  ])
  expect(
    rows(org, `SELECT AccessLevel FROM Handoff__Share WHERE UserOrGroupId = '${ben.id}'`),
  ).toMatchObject([{ AccessLevel: 'Edit' }])
  expect(
    rows(
      org,
      `SELECT Role, Contact.Name FROM OpportunityContactRole WHERE OpportunityId = '${brightwater.id}' AND Contact.LastName IN ('van Dam', 'de Haan') ORDER BY Contact.Name`,
    ),
  ).toMatchObject([
    { Role: 'Evaluator', Contact: { Name: 'Rutger de Haan' } },
    { Role: null, Contact: { Name: 'Zoe van Dam' } },
  ])
  const [deal] = rows(
    org,
    `SELECT OwnerId, NextStep, Handoff_Status__c, Handoff_Readiness__c FROM Opportunity WHERE Id = '${brightwater.id}'`,
  )
  expect(deal).toMatchObject({
    OwnerId: ana.id,
    NextStep: nextStep,
    Handoff_Status__c: 'Submitted',
    Handoff_Readiness__c: handoff?.['Completeness__c'],
  })
})

test('a field that is unticked in the review stays as it is', async ({ rep, org }) => {
  const panel = await openDraft(rep)
  await panel.getByRole('textbox', { name: 'Next step' }).fill(nextStep)
  const sheet = await readyToWrite(panel)
  const tick = sheet.getByRole('checkbox', { name: 'Next Step' })
  await tick.click()
  await expect(tick).not.toBeChecked()
  await writeButton(sheet).click()
  await expect(panel.getByText(/^In Salesforce/)).toBeVisible()
  const [deal] = rows(org, `SELECT NextStep FROM Opportunity WHERE Id = '${brightwater.id}'`)
  expect(deal?.['NextStep']).toMatch(/^Kickoff on 1 December/)
})

test('a double click writes once', async ({ rep, org }) => {
  const panel = await openDraft(rep)
  const sheet = await readyToWrite(panel)
  await writeButton(sheet).dblclick()
  await expect(panel.getByText(/^In Salesforce/)).toBeVisible()
  expectWrittenOnce(org)
})

test('a reload right after the click writes once', async ({ rep, org }) => {
  const panel = await openDraft(rep)
  const sheet = await readyToWrite(panel)
  await writeButton(sheet).click()
  await rep.reload()
  await expectSent(rep)
  expectWrittenOnce(org)
})

test('a worker killed right after the click writes once', async ({ rep, org }) => {
  const panel = await openDraft(rep)
  const sheet = await readyToWrite(panel)
  await writeButton(sheet).click()
  await stopWorker(rep)
  await expect(panel.getByRole('article', { name: /^Handoff HO-/ })).toBeVisible({
    timeout: 120_000,
  })
  expectWrittenOnce(org)
})

test('when the answer is lost on the way, Salesforce is asked instead of written to again', async ({
  rep,
  org,
}) => {
  const panel = await openDraft(rep)
  const sheet = await readyToWrite(panel)
  const path = '/composite'
  org.faults.add({ path, effect: { kind: 'cut' }, after: 0, times: 1, probability: 1 })
  await writeButton(sheet).click()
  await expect(panel.getByText(/^In Salesforce/)).toBeVisible({ timeout: 30_000 })
  expectWrittenOnce(org)
})

test('the draft of a sent handoff is gone, and opening the panel again starts no other', async ({
  rep,
  org,
}) => {
  await submit(await openDraft(rep))
  await rep.reload()
  const panel = await openPanel(rep)
  await expect(panel.getByRole('article', { name: /^Handoff HO-/ })).toBeVisible()
  await expect(panel.getByRole('meter', { name: 'Completeness' })).toBeHidden()
  expectWrittenOnce(org)
})

/** The click was on the disk before the worker went, and ends by itself; or it was not, and is pressed again. */
async function expectSent(page: Page): Promise<void> {
  const panel = await openPanel(page)
  const packet = panel.getByRole('article', { name: /^Handoff HO-/ })
  const unsent = panel.getByRole('button', { name: 'ready to submit' })
  await expect(packet.or(unsent)).toBeVisible({ timeout: 90_000 })
  if (await unsent.isVisible()) {
    await panel.getByRole('button', { name: /^Submit…/ }).click()
    await writeButton(panel.getByRole('dialog', { name: 'Review and submit' })).click()
  }
  await expect(packet).toBeVisible({ timeout: 90_000 })
}

function expectWrittenOnce(org: Org): void {
  expect(handoffs(org)).toHaveLength(1)
  expect(rows(org, 'SELECT Kind__c, Operation_Key__c FROM Handoff_Event__c')).toMatchObject([
    { Kind__c: 'Submitted', Operation_Key__c: expect.stringMatching(/^[0-9a-f-]{36}$/) },
  ])
  expect(rows(org, 'SELECT Id FROM Handoff_Commitment__c')).toHaveLength(1)
}
