import type { BrowserContext, Page } from '@playwright/test'
import { extensionOrigin, openPopup, signIn } from '#demo/launch/browser.ts'
import type { Org } from '#demo/org/org.ts'
import { question, section, template, typed } from '../lib/handoff/builders.ts'
import { violationsIn } from './axe.ts'
import { ana, ben, brightwater, mara } from './cast.ts'
import { handoffOf } from './handed-over.ts'
import { dealAddress, expect, openPanel, test } from './stage.ts'

const text = JSON.stringify(
  template([section([question({ key: 'why.pain', label: 'The problem', requirements: [] })])], {
    key: 'setting-off',
    onStatus: [
      { status: 'cancelled', set: { 'Opportunity.NextStep': '{{outgoing}} keeps it' } },
      { status: 'clarification', post: '{{incoming}} asks about {{deal}}.' },
      { status: 'submitted', post: '{{deal}} waits for {{incoming}}.' },
      { status: 'accepted', post: '{{incoming}} has taken {{deal}} over.' },
    ],
  }),
)

/** Somebody's browser, with the template imported, in front of a page of Segue's own. */
async function withTemplate(
  context: BrowserContext,
  org: Org,
  name: string,
): Promise<{ readonly desk: Page; readonly page: Page }> {
  const desk = context.pages()[0] ?? (await context.newPage())
  await signIn(desk, org.hosts, name)
  await desk.goto(dealAddress(org, brightwater.id))
  const page = await context.newPage()
  await page.goto(`${await extensionOrigin(context)}/options.html#templates`)
  await page.getByLabel('Or its text').fill(text)
  await page.getByRole('button', { name: 'Check and import' }).click()
  await expect(page.getByText(/^Imported: setting-off/)).toBeVisible()
  return { desk, page }
}

function ownHandoff(org: Org, status: string): string {
  const answers = { 'why.pain': typed('Planning in spreadsheets') }
  const id = handoffOf(org, { status })
  const key = { key: 'setting-off', version: '1.0.0' }
  org.as(ana.id).update('Handoff__c', id, {
    Template_Key__c: key.key,
    Decision_Due_At__c: new Date(Date.now() - 5 * 24 * 3_600_000).toISOString(),
    Payload__c: JSON.stringify({ v: 1, template: key, variant: 'standard', answers }),
  })
  return id
}

test('a manager reads what cancelling sets off before doing it', async ({
  org,
  openBrowser,
}, info) => {
  ownHandoff(org, 'Submitted')
  const { page } = await withTemplate(await openBrowser({ colorScheme: 'dark' }), org, mara.name)
  await page.goto(page.url().replace(/options\.html.*/, 'insights.html'))
  await page.getByRole('tab', { name: 'Needs a manager' }).click()
  await page
    .getByRole('button', { name: /^Cancel/ })
    .first()
    .click()
  const sheet = page.getByRole('dialog', { name: 'Cancel this handoff?' })
  await expect(sheet.getByText(/Next Step is set to “?Ana Ferreira keeps it/)).toBeVisible()
  expect(await violationsIn(page)).toEqual([])
  await page.screenshot({ path: info.outputPath('cancel.png') })
})

test('the recipient reads it before asking, and in the popup before accepting; the sender before the last answer', async ({
  org,
  openBrowser,
}, info) => {
  const id = ownHandoff(org, 'Submitted')
  const context = await openBrowser()
  const { desk } = await withTemplate(context, org, ben.name)
  await desk.bringToFront()
  const panel = await openPanel(desk)
  const place = panel.locator('[data-question="why.pain"]')
  await place.getByRole('button', { name: /^Ask/ }).click()
  await place.getByRole('textbox').fill('Since when?')
  await expect(panel.getByText(/Ben Kowalski asks about .*” is posted/)).toBeVisible()
  await desk.screenshot({ path: info.outputPath('ask.png') })
  await panel.getByRole('button', { name: 'Ask it' }).click()
  await expect
    .poll(() => org.as(ana.id).query(`SELECT Status__c FROM Handoff__c WHERE Id = '${id}'`))
    .toMatchObject([{ Status__c: 'Clarification' }])

  const popup = await openPopup(context)
  await popup
    .getByRole('button', { name: /^Accept/ })
    .first()
    .click()
  await expect(popup.getByText(/Ben Kowalski has taken .* over.” is posted/)).toBeVisible()
  await popup.screenshot({ path: info.outputPath('accept.png') })
  await popup.close()

  await signIn(desk, org.hosts, ana.name)
  await desk.goto(dealAddress(org, brightwater.id))
  const hers = await openPanel(desk)
  await expect(hers.getByText('With this last answer, this happens besides:')).toBeVisible()
  await hers.getByText('With this last answer, this happens besides:').scrollIntoViewIfNeeded()
  await desk.screenshot({ path: info.outputPath('answer.png') })
})
