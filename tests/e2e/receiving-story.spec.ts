import type { Frame, Locator, Page } from '@playwright/test'
import type { Org } from '#demo/org/org.ts'
import { compositeCalls } from './calls.ts'
import { ana, ben } from './cast.ts'
import { handoffs, rows } from './holdings.ts'
import { sayBack, tickSections } from './receiving.ts'
import { promised, submit } from './sending.ts'
import { deskOf, expect, openDraft, openPanel, test } from './stage.ts'

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
    // The second call leaves out the opportunity's copy of the status, which Ben may not edit.
    expect(compositeCalls(org)).toEqual(['POST 200', 'POST 200'])
    await shoot(desk, 'asked')
  })

  await test.step('the sender answers both in place; the recipient sees what changed', async () => {
    await rep.reload()
    const panel = await openPanel(rep)
    await expect(panel.getByText(/^Ben Kowalski opened it.*read 2 of/)).toBeVisible()
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
    await sheet.getByRole('button', { name: 'Accept' }).click()
    await expect.poll(() => handoffs(org)[0]?.['Status__c']).toBe('Accepted')
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
    await desk.reload()
    const panel = await openPanel(desk)
    const promises = panel.getByRole('region', { name: 'What became of the promises' })
    await expect(promises).toContainText(promised)
    org.calls.clear()
    await promises.getByRole('button', { name: `Kept “${promised}”` }).click()
    await expect.poll(() => promiseStates(org)).toEqual(['Kept'])
    expect(compositeCalls(org)).toEqual(['POST 200'])
    await promises.getByRole('button', { name: 'Surprise promise' }).click()
    await promises.getByRole('textbox').first().fill('A second training day is free.')
    await promises.getByRole('button', { name: 'Add to the promises' }).click()
    await expect.poll(() => promiseStates(org)).toEqual(['Kept', 'Open'])
    await expect(promises).toContainText('Surprise')
    await shoot(desk, 'promises')
  })

  await test.step('two weeks on the recipient rates it', async () => {
    const decided = new Date(Date.now() - 15 * 24 * 60 * 60 * 1000).toISOString()
    org
      .as(ana.id)
      .update('Handoff__c', String(handoffs(org)[0]?.['Id']), { Decided_At__c: decided })
    await desk.reload()
    const panel = await openPanel(desk)
    const ratings = panel.getByRole('region', { name: 'Ratings' })
    await expect(ratings.getByRole('group')).toHaveCount(5)
    for (const axis of await ratings.getByRole('group').all())
      await axis.getByRole('radio', { name: '4' }).check()
    await shoot(desk, 'rating')
    await ratings.getByRole('button', { name: 'Send the rating' }).click()
    await expect.poll(() => handoffs(org)[0]?.['Rating_Promises__c']).toBe(4)
    await panel.getByRole('button', { name: 'Ask three questions' }).click()
    await expect(panel.getByText('your contact changed from Ana Ferreira')).toBeVisible()
    await shoot(desk, 'pulse')
  })

  expect(kinds(org)).toEqual([
    'Submitted',
    'Viewed',
    'Reviewed',
    'Clarification_Requested',
    'Clarification_Answered',
    'Clarification_Answered',
    'Reminded',
    'Declined',
    'Resubmitted',
    'Reviewed',
    'Accepted',
    'Commented',
    'Commitment_Changed',
    'Surprise_Promise',
    'Rated',
  ])
  expect(handoffs(org)).toHaveLength(1)
  expect(handoffs(org)[0]).toMatchObject({ Resubmission_Count__c: 1, Clarification_Count__c: 2 })
})

function kinds(org: Org): readonly unknown[] {
  return rows(org, 'SELECT Kind__c FROM Handoff_Event__c ORDER BY Name').map(
    (event) => event['Kind__c'],
  )
}

function openQuestions(org: Org): number {
  const open = "SELECT Id FROM Handoff_Comment__c WHERE Kind__c = 'Clarification'"
  return rows(org, `${open} AND Resolved_At__c = null`).length
}

function promiseStates(org: Org): readonly unknown[] {
  const all = 'SELECT State__c FROM Handoff_Commitment__c ORDER BY Position__c'
  return rows(org, all).map((promise) => promise['State__c'])
}

/** Two answers in words, of different questions. */
async function questionsOf(panel: Frame): Promise<readonly [string, string]> {
  await expect(panel.locator('[data-question]').first()).toBeVisible()
  return ['why.pain', 'success.firstValue']
}

function at(panel: Frame, question: string): Locator {
  return panel.locator(`[data-question="${question}"]`)
}

async function ask(panel: Frame, question: string, words: string): Promise<void> {
  await at(panel, question).getByRole('button', { name: /^Ask/ }).click()
  await at(panel, question).getByRole('textbox').fill(words)
}

async function answer(panel: Frame, question: string, words: string, better = ''): Promise<void> {
  const place = at(panel, question)
  await place.getByRole('textbox', { name: 'Your answer' }).fill(words)
  if (better !== '') {
    await place.getByRole('button', { name: 'Change what the handoff says' }).click()
    await place.locator('[data-answer]').getByRole('textbox').first().fill(better)
  }
  await place.getByRole('button', { name: 'Send the answer' }).click()
}
