import type { Page } from '@playwright/test'
import { compositeCalls } from './calls.ts'
import { ana, ben, brightwater, mara } from './cast.ts'
import { handoffs, rows } from './holdings.ts'
import { sayBack, tickSections } from './receiving.ts'
import { promised, submit } from './sending.ts'
import { deskOf, expect, openDraft, openPanel, test } from './stage.ts'
import {
  wholeLog,
  kinds,
  logOf,
  teamOf,
  openQuestions,
  promiseStates,
  questionsOf,
  at,
  ask,
  answer,
  rate,
} from './story.ts'

// Two browsers and a handoff's whole life.
test.describe.configure({ timeout: 300_000 })

const shots = process.env['SEGUE_SHOTS']

async function shoot(page: Page, name: string): Promise<void> {
  if (shots !== undefined) await page.screenshot({ path: `${shots}/${name}.png` })
}

test('a handoff is read, asked about, declined, mended, accepted and lived with', async ({
  rep,
  org,
  openBrowser,
}) => {
  await submit(await openDraft(rep))
  const desk = await deskOf(org, await openBrowser(), ben.name)

  await test.step('the recipient reads: opened once, sections ticked in one go', async () => {
    const panel = await openPanel(desk)
    await expect(panel.getByRole('region', { name: 'Brief' })).toBeVisible()
    await shoot(desk, 'brief')
    await expect.poll(() => kinds(org)).toEqual(['Submitted', 'Viewed'])
    org.calls.clear()
    await tickSections(panel, 2)
    await desk.reload()
    await expect.poll(() => kinds(org)).toEqual(['Submitted', 'Viewed', 'Reviewed'])
    expect(compositeCalls(org)).toContain('POST 200')
    const again = await openPanel(desk)
    await expect(again.getByRole('checkbox', { name: /^Read/ }).first()).toBeChecked()
  })

  await test.step('the recipient asks about two answers at once', async () => {
    const panel = await openPanel(desk)
    const [first, second] = await questionsOf(panel)
    await ask(panel, first, 'Which month is that?')
    await ask(panel, second, 'Who said so?')
    await shoot(desk, 'asking')
    org.calls.clear()
    await panel.getByRole('button', { name: 'Ask all 2' }).click()
    await expect.poll(() => handoffs(org)[0]?.['Status__c']).toBe('Clarification')
    expect(handoffs(org)[0]).toMatchObject({ Clarification_Count__c: 2 })
    await expect(panel.getByText('2 questions wait for')).toBeVisible()
    // The opportunity's copy of the status, which Ben may not edit, is not even tried.
    expect(compositeCalls(org)).toEqual(['POST 200'])
    await shoot(desk, 'asked')
  })

  await test.step('the sender answers both in place; the recipient sees what changed', async () => {
    await rep.reload()
    const panel = await openPanel(rep)
    await expect(panel.getByText(/^Ben Kowalski opened it.*sections read: 2 of/)).toBeVisible()
    await expect(panel.getByText('Ben Kowalski asks 2 questions')).toBeVisible()
    await panel.getByText('What happened').click()
    await expect(
      panel.getByRole('listitem').filter({ hasText: 'Kowalski asked about' }),
    ).toBeVisible()
    await shoot(rep, 'owed')
    await panel.getByRole('button', { name: 'Answer it' }).first().click()
    await expect(panel.getByRole('textbox', { name: /Your answer/ }).first()).toBeFocused()
    const [first, second] = await questionsOf(panel)
    await answer(panel, first, 'It is June.')
    await expect.poll(() => openQuestions(org)).toBe(1)
    await answer(panel, second, 'Dana did.', 'Dana signs off every depot before the first of July.')
    await expect.poll(() => handoffs(org)[0]?.['Status__c']).toBe('Submitted')
    await shoot(rep, 'answered')
    await panel.getByRole('button', { name: 'Remind…' }).click()
    await shoot(rep, 'reminding')
    await panel.getByRole('dialog').getByRole('button', { name: 'Remind' }).click()
    await expect.poll(() => handoffs(org)[0]?.['Chase_Count__c']).toBe(1)
    await desk.reload()
    const theirs = await openPanel(desk)
    await expect(at(theirs, second)).toContainText('Changed')
    await expect(at(theirs, first)).toContainText('It is June.')
    await shoot(desk, 'changed')
  })

  await test.step('the recipient declines and names the answers', async () => {
    const panel = await openPanel(desk)
    await panel.getByRole('button', { name: 'Decline…' }).click()
    const sheet = panel.getByRole('dialog', { name: 'Decline this handoff' })
    await sheet.getByRole('checkbox', { name: 'Success is not defined' }).check()
    await sheet.getByRole('textbox').fill('Which month counts as the first result?')
    await shoot(desk, 'decline')
    await sheet.getByRole('button', { name: 'Decline' }).click()
    await expect.poll(() => handoffs(org)[0]?.['Status__c']).toBe('Rejected')
    expect(handoffs(org)[0]).toMatchObject({ Decision_Outcome__c: 'Fix_and_resubmit' })
    expect(openQuestions(org)).toBeGreaterThan(0)
  })

  await test.step('the sender mends and sends it again; what was named is settled', async () => {
    await rep.reload()
    const panel = await openPanel(rep)
    await expect(panel.getByText('To be mended and sent again')).toBeVisible()
    await shoot(rep, 'declined')
    await panel.getByRole('button', { name: 'Mend and resubmit' }).click()
    await expect(panel.getByText('Nothing has been changed since.')).toBeVisible()
    await shoot(rep, 'mending')
    await panel.getByRole('button', { name: 'See it as it was sent' }).click()
    await panel.getByRole('button', { name: 'Mend and resubmit' }).click()
    await panel.getByRole('button', { name: /^(Submit…|Review)/ }).click()
    await expect(panel.getByText('No answer has changed since it was sent.')).toBeVisible()
    await panel.getByRole('button', { name: 'Write to Salesforce' }).click()
    await expect.poll(() => handoffs(org)[0]?.['Status__c']).toBe('Submitted')
    expect(openQuestions(org)).toBe(0)
  })

  await test.step('the recipient says back and accepts', async () => {
    await desk.reload()
    const panel = await openPanel(desk)
    await panel.getByRole('button', { name: 'Accept…' }).click()
    const sheet = panel.getByRole('dialog', { name: 'Accept this handoff' })
    await expect(sheet.getByText('Before you can accept:')).toBeVisible()
    await shoot(desk, 'not-yet')
    await sheet.getByRole('button', { name: 'Close' }).click()
    await tickSections(panel)
    await sayBack(panel, 'In my words.')
    await shoot(desk, 'accept')
    org.calls.clear()
    await sheet.getByRole('button', { name: 'Accept' }).click()
    await expect.poll(() => handoffs(org)[0]?.['Status__c']).toBe('Accepted')
    // What was read is told along; phases and tasks come in the same call.
    expect(compositeCalls(org)).toEqual(['POST 200'])
    expect(String(handoffs(org)[0]?.['Teach_Back__c'])).toContain('In my words')
  })

  await test.step('the sender confirms', async () => {
    await rep.reload()
    const panel = await openPanel(rep)
    await shoot(rep, 'said-back')
    await panel.getByRole('button', { name: 'Confirm' }).click()
    await expect(panel.getByRole('region', { name: 'Said back' })).toContainText('Confirmed')
  })

  await test.step('promises live on', async () => {
    org.calls.clear()
    await desk.reload()
    const panel = await openPanel(desk)
    const promises = panel.getByRole('region', { name: 'What became of the promises' })
    await expect(promises).toContainText(promised)
    // What this computer has is shown first, and Salesforce is asked then.
    await expect.poll(() => compositeCalls(org, ben.id)).toEqual(['POST 200'])
    org.calls.clear()
    await promises.getByRole('button', { name: `Kept “${promised}”` }).click()
    await expect.poll(() => promiseStates(org)).toEqual(['Kept'])
    expect(compositeCalls(org, ben.id)).toEqual(['POST 200'])
    await promises.getByRole('button', { name: 'Surprise promise' }).click()
    await promises.getByRole('textbox').first().fill('A second training day is free.')
    await promises.getByRole('button', { name: 'Add to the promises' }).click()
    await expect.poll(() => promiseStates(org)).toEqual(['Kept', 'Open'])
    await expect(promises).toContainText('Surprise')
    await shoot(desk, 'promises')
    const surprise = promises.getByRole('listitem').filter({ hasText: 'training day' })
    await surprise.getByRole('button', { name: /^Renegotiated/ }).click()
    await surprise.getByLabel('New day').fill('2027-02-01')
    await surprise.getByRole('button', { name: 'It was renegotiated' }).click()
    await expect.poll(() => promiseStates(org)).toEqual(['Kept', 'Renegotiated'])
    await surprise.getByRole('button', { name: /^Broken/ }).click()
    await surprise.getByRole('textbox').fill('The trainer has left.')
    await surprise.getByRole('button', { name: 'It was broken' }).click()
    await expect.poll(() => promiseStates(org)).toEqual(['Kept', 'Broken'])
  })

  await test.step('two weeks on the recipient rates it', async () => {
    const decided = new Date(Date.now() - 15 * 24 * 60 * 60 * 1000).toISOString()
    org
      .as(ana.id)
      .update('Handoff__c', String(handoffs(org)[0]?.['Id']), { Decided_At__c: decided })
    await desk.reload()
    const panel = await openPanel(desk)
    await expect(panel.getByRole('region', { name: 'Ratings' }).getByRole('group')).toHaveCount(5)
    await shoot(desk, 'rating')
    await rate(panel, '4')
    await expect.poll(() => handoffs(org)[0]?.['Rating_Promises__c']).toBe(4)
    await panel.getByRole('button', { name: 'Ask three questions' }).click()
    await expect(panel.getByText('your contact changed from Ana Ferreira')).toBeVisible()
    await shoot(desk, 'pulse')
    const view = panel.getByRole('region', { name: /^Customer/ })
    for (const question of await view.getByRole('group').all())
      await question.getByRole('radio', { name: '2' }).check()
    await view.getByRole('button', { name: 'Record the answer' }).click()
    await expect(view.getByText('2 of 5')).toHaveCount(3)
    expect(handoffs(org)[0]).toMatchObject({ Pulse_Repeat__c: 2 })
  })

  await test.step('the sender rates the start', async () => {
    await rep.reload()
    await rate(await openPanel(rep), '5')
    await expect.poll(() => kinds(org).filter((kind) => kind === 'Rated')).toHaveLength(3)
  })

  await test.step('the manager completes it for the recipient, who is away, and rates it', async () => {
    // As if he had never opened it: then it is among those that need her. Who is named as its manager rates it.
    const id = String(handoffs(org)[0]?.['Id'])
    org.as(ana.id).update('Handoff__c', id, { First_Viewed_At__c: null, Manager__c: mara.id })
    const team = await teamOf(org, await openBrowser())
    const waits = team.getByRole('region', { name: /^The customer waits/ })
    await expect(waits).toContainText('accepted unread')
    await waits.getByRole('button', { name: new RegExp(`^${brightwater.name}`) }).focus()
    await shoot(team, 'manager')
    await team.keyboard.press('c')
    const sheet = team.getByRole('dialog', { name: 'Complete this handoff?' })
    await sheet.getByRole('textbox').fill('Ben is on leave; the customer is settled.')
    await sheet.getByRole('button', { name: 'Complete it' }).click()
    await expect.poll(() => handoffs(org)[0]?.['Status__c']).toBe('Completed')
    const page = await deskOf(org, team.context(), mara.name)
    await rate(await openPanel(page), '3')
    await expect.poll(() => handoffs(org)[0]?.['Rating_Manager__c']).toBe(3)
  })

  expect(logOf(org)).toEqual(wholeLog)
  expect(handoffs(org)).toHaveLength(1)
  expect(handoffs(org)[0]).toMatchObject({
    Outgoing_Owner__c: ana.id,
    Incoming_Owner__c: ben.id,
    Resubmission_Count__c: 1,
    Clarification_Count__c: 2,
  })
  const [completed] = rows(
    org,
    "SELECT Details__c FROM Handoff_Event__c WHERE Kind__c = 'Completed'",
  )
  expect(JSON.parse(String(completed?.['Details__c']))).toMatchObject({ onBehalfOf: ben.name })
  // The owner changes by an explicit step only, and nobody has made it.
  const owned = rows(org, `SELECT OwnerId FROM Opportunity WHERE Id = '${brightwater.id}'`)
  expect(owned).toMatchObject([{ OwnerId: ana.id }])
})
