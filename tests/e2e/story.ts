import type { BrowserContext, Frame, Locator, Page } from '@playwright/test'
import { extensionOrigin } from '#demo/launch/browser.ts'
import type { Org } from '#demo/org/org.ts'
import { ana, ben, mara } from './cast.ts'
import { rows } from './holdings.ts'
import { deskOf, expect } from './stage.ts'

/** Everything that the log says of the whole story, and who did it. */
export const wholeLog = [
  ['Submitted', ana.name],
  ['Viewed', ben.name],
  ['Reviewed', ben.name],
  ['Clarification_Requested', ben.name],
  ['Clarification_Answered', ana.name],
  ['Clarification_Answered', ana.name],
  ['Reminded', ana.name],
  ['Declined', ben.name],
  ['Resubmitted', ana.name],
  ['Accepted', ben.name],
  ['Reviewed', ben.name],
  ['Commented', ana.name],
  ['Commitment_Changed', ben.name],
  ['Surprise_Promise', ben.name],
  ['Commitment_Changed', ben.name],
  ['Commitment_Changed', ben.name],
  ['Rated', ben.name],
  ['Rated', ben.name],
  ['Rated', ana.name],
  ['Completed', mara.name],
  ['Rated', mara.name],
]

/** What the log says happened, and who did it. */
export function logOf(org: Org): readonly (readonly [unknown, unknown])[] {
  const names = new Map<unknown, string>([ana, ben, mara].map(({ id, name }) => [id, name]))
  return rows(org, 'SELECT Kind__c, Actor__c FROM Handoff_Event__c ORDER BY Name').map(
    (event) => [event['Kind__c'], names.get(event['Actor__c'])] as const,
  )
}

/** Mara's list of what needs her. */
export async function teamOf(org: Org, context: BrowserContext): Promise<Page> {
  await deskOf(org, context, mara.name)
  const page = await context.newPage()
  await page.goto(`${await extensionOrigin(context)}/insights.html`)
  await page.getByRole('tab', { name: 'Needs a manager' }).click()
  return page
}

/** The kinds of what the log holds, in order. */
export function kinds(org: Org): readonly unknown[] {
  return rows(org, 'SELECT Kind__c FROM Handoff_Event__c ORDER BY Name').map(
    (event) => event['Kind__c'],
  )
}

/** How many questions wait for an answer. */
export function openQuestions(org: Org): number {
  const open = "SELECT Id FROM Handoff_Comment__c WHERE Kind__c = 'Clarification'"
  return rows(org, `${open} AND Resolved_At__c = null`).length
}

/** What has become of each promise. */
export function promiseStates(org: Org): readonly unknown[] {
  const all = 'SELECT State__c FROM Handoff_Commitment__c ORDER BY Position__c'
  return rows(org, all).map((promise) => promise['State__c'])
}

/** Two answers in words, of different questions. */
export async function questionsOf(panel: Frame): Promise<readonly [string, string]> {
  await expect(panel.locator('[data-question]').first()).toBeVisible()
  return ['why.pain', 'success.firstValue']
}

/** The place of a question in the packet. */
export function at(panel: Frame, question: string): Locator {
  return panel.locator(`[data-question="${question}"]`)
}

/** Writes a question about an answer; it is asked with the others. */
export async function ask(panel: Frame, question: string, words: string): Promise<void> {
  await at(panel, question).getByRole('button', { name: /^Ask/ }).click()
  await at(panel, question).getByRole('textbox').fill(words)
}

/** Answers a question in place, and mends the answer it is about where `better` says how. */
export async function answer(
  panel: Frame,
  question: string,
  words: string,
  better = '',
): Promise<void> {
  const place = at(panel, question)
  await place.getByRole('textbox', { name: 'Your answer' }).fill(words)
  if (better !== '') {
    await place.getByRole('button', { name: 'Change what the handoff says' }).click()
    await place.locator('[data-answer]').getByRole('textbox').first().fill(better)
  }
  await place.getByRole('button', { name: 'Send the answer' }).click()
}

/** Rates a handoff with the same mark on each axis. */
export async function rate(panel: Frame, mark: string): Promise<void> {
  const ratings = panel.getByRole('region', { name: 'Ratings' })
  await expect(ratings.getByRole('group').first()).toBeVisible()
  for (const axis of await ratings.getByRole('group').all())
    await axis.getByRole('radio', { name: mark }).check()
  await ratings.getByRole('button', { name: 'Send the rating' }).click()
}
