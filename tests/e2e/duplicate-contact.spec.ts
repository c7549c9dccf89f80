import type { Frame } from '@playwright/test'
import { rows } from './holdings.ts'
import { readyToWrite, writeButton } from './sending.ts'
import { expect, openDraft, test } from './stage.ts'

test.describe.configure({ timeout: 180_000 })
test.use({
  variant: {
    change: (seed) => ({
      ...seed,
      duplicateRules: [
        {
          object: 'Contact',
          fields: ['Email'],
          active: true,
          allowSave: true,
          name: 'Standard_Contact_Duplicate_Rule',
          message: 'Use one of these records?',
        },
      ],
    }),
  },
})

const twins = "SELECT Id FROM Contact WHERE Email = 'm.okafor@brightwater-logistics.example'"

async function sendWithTwin(panel: Frame): Promise<void> {
  const billing = panel.locator('[data-question="people.billing"]')
  await billing.getByRole('searchbox').fill('Zoe van Dam')
  await billing.getByRole('button', { name: /^Create “Zoe van Dam”/ }).click()
  await billing.getByLabel('E-mail').fill('m.okafor@brightwater-logistics.example')
  await billing.getByLabel('E-mail').press('Enter')
  await writeButton(await readyToWrite(panel)).click()
}

test('a contact that a duplicate rule warns of is created all the same, when the user says so', async ({
  rep,
  org,
}, info) => {
  const panel = await openDraft(rep)
  await sendWithTwin(panel)
  const notice = panel.getByText('Zoe van Dam may be a contact already')
  await expect(notice).toBeInViewport()
  await rep.screenshot({ path: info.outputPath('duplicate.png') })
  expect(rows(org, 'SELECT Id FROM Handoff__c')).toEqual([])
  await panel.getByRole('button', { name: 'Create all the same' }).click()
  await expect(panel.getByText(/^In Salesforce/)).toBeVisible()
  expect(rows(org, twins)).toHaveLength(2)
  expect(rows(org, 'SELECT Id FROM Handoff__c')).toHaveLength(1)
})

test('the contact that Salesforce has found is taken by one press', async ({ rep, org }) => {
  const panel = await openDraft(rep)
  await sendWithTwin(panel)
  await panel.getByRole('button', { name: /^Use .*m\.okafor@/ }).click()
  await expect(panel.getByText(/^In Salesforce/)).toBeVisible()
  expect(rows(org, twins)).toHaveLength(1)
})
