import type { Frame } from '@playwright/test'
import { ana, brightwater } from './cast.ts'
import { handoffs } from './holdings.ts'
import { readyToWrite, writeButton } from './sending.ts'
import { deskOf, expect, openDraft, openPanel, test } from './stage.ts'

// Some of these tests write a whole handoff first.
test.describe.configure({ timeout: 120_000 })

const box = 'The problem they want solved'
const words = 'They must close the books in five days; the auditors wrote in spring.'

test('signed out before anything was read: one sentence and a way to sign in', async ({
  rep,
  org,
}) => {
  await rep.context().clearCookies({ domain: org.hosts.my })
  const panel = await openPanel(rep)
  await expect(panel.getByText('You are signed out of Salesforce')).toBeVisible()
  await expect(panel.getByRole('link', { name: 'Sign in' })).toHaveAttribute(
    'href',
    new RegExp(`^https://${org.hosts.my}/`),
  )
})

test('the session ends before the last press: what was sent goes out after the next sign-in', async ({
  rep,
  org,
}) => {
  const panel = await openDraft(rep)
  await write(panel)
  const sheet = await readyToWrite(panel)
  org.sessions.endAll()
  await writeButton(sheet).click()
  await expect(panel.getByText('Your Salesforce session has ended')).toBeVisible()
  await expect(panel.getByText(/Everything you wrote is saved/)).toBeVisible()
  expect(handoffs(org)).toEqual([])
  const panelAgain = await openPanel(await deskOf(org, rep.context(), ana.name))
  await expect(panelAgain.getByText(/^In Salesforce · HO-/)).toBeVisible()
  await expect(panelAgain.getByRole('article')).toContainText(words)
  expect(handoffs(org)).toHaveLength(1)
})

test('the session ends between two words: both are there after the next sign-in', async ({
  rep,
  org,
}) => {
  const panel = await openDraft(rep)
  await write(panel)
  org.sessions.endAll()
  await panel.getByRole('textbox', { name: 'Why now' }).fill('The auditors wrote.')
  await expect(panel.getByText('Saving…')).toBeHidden()
  await expect(panel.getByText('Saved on this computer', { exact: true })).toBeVisible()
  const again = await openDraft(await deskOf(org, rep.context(), ana.name))
  await expect(again.getByRole('textbox', { name: box })).toHaveValue(words)
  await expect(again.getByRole('textbox', { name: 'Why now' })).toHaveValue('The auditors wrote.')
})

test('the API is closed to browser sessions: the sentence names who can open it', async ({
  rep,
  org,
}) => {
  org.state.file.switches.apiAccess = false
  const panel = await openPanel(rep)
  await expect(
    panel.getByText('Your company does not let browser sessions use the API'),
  ).toBeVisible()
  org.state.file.switches.apiAccess = true
  await panel.getByRole('button', { name: 'Try again' }).click()
  await expect(panel.getByRole('meter', { name: 'Completeness' })).toBeVisible()
})

test('offline: writing goes on, and what was sent goes out when the network is back', async ({
  rep,
  org,
}) => {
  const panel = await openDraft(rep)
  const sheet = await readyToWrite(panel)
  const path = '/services/'
  org.faults.add({ path, effect: { kind: 'drop' }, after: 0, times: 0, probability: 1 })
  await writeButton(sheet).click()
  await expect(panel.getByText(/Waiting to be sent|Checking with Salesforce/)).toBeVisible()
  expect(handoffs(org)).toEqual([])
  org.faults.clear()
  await expect(panel.getByText(/^In Salesforce/)).toBeVisible({ timeout: 30_000 })
  expect(handoffs(org)).toHaveLength(1)
})

test('what is written after the network has gone is shown as waiting, not as a draft', async ({
  rep,
  org,
}) => {
  const panel = await openDraft(rep)
  const sheet = await readyToWrite(panel)
  await rep.context().setOffline(true)
  await writeButton(sheet).click()
  await expect(panel.getByText('Waiting to be sent')).toBeVisible()
  await expect(panel.getByText('This computer is offline.')).toBeVisible()
  await rep.context().setOffline(false)
  await expect(panel.getByText(/^In Salesforce/)).toBeVisible({ timeout: 60_000 })
  expect(handoffs(org)).toHaveLength(1)
})

test('a draft is there and can be written while Salesforce does not answer', async ({
  rep,
  org,
}) => {
  const panel = await openDraft(rep)
  await write(panel)
  const path = '/services/'
  org.faults.add({ path, effect: { kind: 'drop' }, after: 0, times: 0, probability: 1 })
  await rep.reload()
  const again = await openDraft(rep)
  await expect(again.getByRole('textbox', { name: box })).toHaveValue(words)
  await again.getByRole('textbox', { name: box }).fill(`${words} And more.`)
  await expect(again.getByText('Saved on this computer', { exact: true })).toBeVisible()
})

test('a deleted opportunity is said to be gone', async ({ rep, org }) => {
  org.state.store.erase('Opportunity', brightwater.id)
  const panel = await openPanel(rep)
  await expect(panel.getByText('This opportunity is no longer there')).toBeVisible()
  await panel.getByRole('button', { name: 'Close' }).click()
  await expect(panel.getByText('This opportunity is no longer there')).toBeHidden()
})

test.describe('in an org without the package', () => {
  test.use({
    variant: {
      change: (seed) => ({
        ...seed,
        org: { ...seed.org, switches: { ...seed.org.switches, packageInstalled: false } },
      }),
    },
  })

  test('the panel says what is missing', async ({ rep }) => {
    const panel = await openPanel(rep)
    await expect(panel.getByText('Handoffs are not set up in this org yet')).toBeVisible()
    await expect(panel.getByRole('button', { name: 'Look again' })).toBeVisible()
  })
})

test.describe('for a user without the permission set', () => {
  test.use({
    variant: {
      change: (seed) => ({
        ...seed,
        org: {
          ...seed.org,
          users: seed.org.users.map((user) => ({ ...user, permissionSets: [] })),
        },
      }),
    },
  })

  test('the panel names the permission set to ask for', async ({ rep }) => {
    const panel = await openPanel(rep)
    await expect(panel.getByText(/permission set “Segue User”/)).toBeVisible()
  })
})

const refusal = 'Next step must name a day: the forecast call reads it.'

test.describe('when a validation rule of the org refuses', () => {
  test.use({
    variant: {
      change: (seed) => ({
        ...seed,
        validationRules: [
          ...seed.validationRules,
          {
            object: 'Opportunity',
            name: 'Next_step_names_a_day',
            active: true,
            formula: 'AND(ISCHANGED(NextStep), NOT(CONTAINS(NextStep, "Monday")))',
            message: refusal,
            field: 'NextStep',
          },
        ],
      }),
    },
  })

  test('its own words are shown, nothing is written, and the draft comes back', async ({
    rep,
    org,
  }) => {
    const panel = await openDraft(rep)
    await write(panel)
    await panel.getByRole('textbox', { name: 'Next step' }).fill('Send Michelle three dates.')
    const sheet = await readyToWrite(panel)
    await writeButton(sheet).click()
    await expect(panel.getByText('Salesforce refused this')).toBeVisible()
    await expect(panel.getByText(refusal)).toBeVisible()
    expect(handoffs(org)).toEqual([])
    await panel.getByRole('button', { name: 'Back to the draft' }).click()
    await expect(panel.getByRole('textbox', { name: 'Next step' })).toBeFocused()
    await expect(panel.getByText('Salesforce refused what you sent')).toBeVisible()
    await expect(panel.getByRole('textbox', { name: box })).toHaveValue(words)
    await panel.getByRole('textbox', { name: 'Next step' }).fill('Send three dates on Monday.')
    await panel.getByRole('button', { name: /^Submit…/ }).click()
    await writeButton(panel.getByRole('dialog')).click()
    await expect(panel.getByText(/^In Salesforce/)).toBeVisible()
    expect(handoffs(org)).toHaveLength(1)
  })
})

const requiredField = `<?xml version="1.0" encoding="UTF-8"?>
<CustomField xmlns="http://soap.sforce.com/2006/04/metadata">
    <fullName>Cost_Centre__c</fullName>
    <label>Cost Centre</label>
    <length>20</length>
    <required>true</required>
    <type>Text</type>
</CustomField>`

test.describe('when the org requires a field of its own on handoffs', () => {
  test.use({
    variant: {
      change: (seed) => ({
        ...seed,
        metadata: {
          ...seed.metadata,
          'objects/Handoff__c/fields/Cost_Centre__c.field-meta.xml': requiredField,
        },
      }),
    },
  })

  test('the panel names the field, and nothing is written', async ({ rep, org }) => {
    const panel = await openDraft(rep)
    await write(panel)
    const sheet = await readyToWrite(panel)
    await writeButton(sheet).click()
    await expect(panel.getByText(/Cost_Centre__c|Cost Centre/).first()).toBeVisible()
    expect(handoffs(org)).toEqual([])
    await panel.getByRole('button', { name: 'Back to the draft' }).click()
    await expect(panel.getByRole('textbox', { name: box })).toHaveValue(words)
  })
})

async function write(panel: Frame): Promise<void> {
  await panel.getByRole('textbox', { name: box }).fill(words)
  await expect(panel.getByText('Saving…')).toBeHidden()
  await expect(panel.getByText('Saved on this computer', { exact: true })).toBeVisible()
}
