import type { BrowserContext, Frame, Page } from '@playwright/test'
import type { Org } from '#demo/org/org.ts'
import { violationsIn } from './axe.ts'
import { ana, ben, brightwater, sahara } from './cast.ts'
import { handoffOf } from './handed-over.ts'
import { handoffs, rows } from './holdings.ts'
import { enlargeLetters } from './large-letters.ts'
import { submit } from './sending.ts'
import { dealAddress, deskOf, expect, openDraft, panelFrame, test } from './stage.ts'

// Two browsers and a whole handoff each.
test.describe.configure({ timeout: 150_000 })

test('after the acceptance the record shows what not to ask again, until it is dismissed', async ({
  rep,
  org,
  openBrowser,
}) => {
  await submit(await openDraft(rep))
  org.as(ben.id).update('Handoff__c', String(handoffs(org)[0]?.['Id']), {
    Status__c: 'Accepted',
    Decided_At__c: new Date().toISOString(),
    Decision__c: 'Accepted',
  })
  const desk = await deskOf(org, await openBrowser(), ben.name)
  // What the inbox has just read tells the page; the page itself costs no call.
  await desk.goto(`https://${org.hosts.lightning}/lightning/page/home`)
  await expect(async () => {
    await desk.goto(dealAddress(org, brightwater.id))
    await expect.poll(() => cardOf(desk), { timeout: 5000 }).toBeDefined()
  }).toPass()
  const card = cardOf(desk)
  if (!card) throw new Error('The card went away at once.')
  await expect(card.getByRole('heading', { name: 'Do not ask again' })).toBeVisible()
  expect(await violationsIn(card)).toEqual([])
  expect(await coversControl(desk, card)).toBe(false)

  const answered = card.getByRole('region', { name: 'They have answered' })
  await answered.getByRole('button').first().click()
  await expect(async () => {
    await card.getByRole('button', { name: 'They had to repeat this' }).click()
    await expect(card.getByText(/^Noted with this answer/)).toBeVisible({ timeout: 2000 })
  }).toPass()
  await expect
    .poll(() =>
      rows(
        org,
        `SELECT Actor__c, Details__c FROM Handoff_Event__c WHERE Kind__c = 'Repeat_Reported'`,
      ),
    )
    .toEqual([
      expect.objectContaining({
        Actor__c: ben.id,
        Details__c: expect.stringMatching(/^\{"question":"[\w.]+"\}$/),
      }),
    ])
  await card.getByRole('button', { name: 'Show the answer' }).click()
  await expect.poll(() => panelFrame(desk)).toBeDefined()
  const panel = panelFrame(desk)
  await expect
    .poll(() => panel?.evaluate(() => document.activeElement?.getAttribute('data-question')), {
      timeout: 20_000,
    })
    .toMatch(/\w/)

  // The panel stands before the card while it is open.
  await panel?.getByRole('button', { name: 'Close' }).click()
  await card.getByRole('button', { name: 'Do not show this card again' }).click()
  await expect.poll(() => cardOf(desk)).toBeUndefined()
  await desk.reload()
  await expect(desk.getByRole('heading', { name: brightwater.name })).toBeVisible()
  await expect.poll(() => cardOf(desk)).toBeUndefined()
})

test('the card goes with its deal, when the page shows another', async ({ org, openBrowser }) => {
  const desk = await takenOver(org, await openBrowser())
  await desk.evaluate((address) => history.pushState({}, '', address), dealAddress(org, sahara.id))
  await expect.poll(() => cardOf(desk)).toBeUndefined()
  await desk.evaluate(() => history.back())
  await expect.poll(() => cardOf(desk)).toBeDefined()
  await cardOf(desk)?.getByRole('button').first().press('Escape')
  await expect.poll(() => cardOf(desk)).toBeUndefined()
  await desk.reload()
  await expect.poll(() => cardOf(desk)).toBeDefined()
})

test('the card says of a note that waits that it is not in Salesforce yet, and when it is', async ({
  org,
  openBrowser,
}) => {
  const desk = await takenOver(org, await openBrowser())
  const card = cardOf(desk)
  if (!card) throw new Error('The card went away at once.')
  await card.getByRole('button', { name: /One late depot/ }).click()
  const path = '/services/'
  org.faults.add({ path, effect: { kind: 'drop' }, after: 0, times: 0, probability: 1 })
  await card.getByRole('button', { name: 'They had to repeat this' }).click()
  await expect(card.getByText(/^Noted on this computer, on its way/)).toBeVisible()
  await expect(card.getByText(/sender’s handoff shows it/)).toHaveCount(0)
  org.faults.clear()
  await expect(card.getByText(/sender’s handoff shows it/)).toBeVisible({ timeout: 60_000 })
})

test('all of the card can be reached where the letters of the browser are twice as large', async ({
  org,
  openBrowser,
  profileDir,
}) => {
  enlargeLetters(profileDir)
  const desk = await takenOver(org, await openBrowser({ profileDir }))
  const card = cardOf(desk)
  if (!card) throw new Error('The card went away at once.')
  const line = card.getByRole('button', { name: /One late depot/ })
  await line.click()
  const report = card.getByRole('button', { name: 'They had to repeat this' })
  await expect(async () => {
    await report.click()
    await expect(card.getByText(/^Noted with this answer/)).toBeVisible({ timeout: 2000 })
  }).toPass()
  await expect(card.getByRole('main')).toHaveCSS('overflow-y', 'auto')
  const isCovered = (region: Element) => {
    const { bottom } = region.getBoundingClientRect()
    return bottom > (region.nextElementSibling?.getBoundingClientRect().top ?? 0) + 1
  }
  expect(await card.locator('header + div').evaluate(isCovered)).toBe(false)
})

/** Ben on the deal that he has taken over, with the card in sight. */
async function takenOver(org: Org, context: BrowserContext): Promise<Page> {
  const at = new Date().toISOString()
  const by = { userId: ana.id, name: ana.name }
  const value = { type: 'text', text: 'One late depot makes everybody late.' }
  const pain = { kind: 'given', value, provenance: { from: 'typed' }, evidence: [], by, at }
  handoffOf(org, { status: 'Accepted', answers: { 'why.pain': pain } })
  const desk = await deskOf(org, context, ben.name)
  await expect(async () => {
    await desk.goto(dealAddress(org, brightwater.id))
    await expect.poll(() => cardOf(desk), { timeout: 5000 }).toBeDefined()
  }).toPass()
  return desk
}

function cardOf(page: Page): Frame | undefined {
  return page.frames().find((frame) => frame.url().endsWith('/card.html'))
}

/** Whether something to press on the page lies under the card. */
async function coversControl(page: Page, card: Frame): Promise<boolean> {
  const box = await (await card.frameElement()).boundingBox()
  if (!box) return true
  return page.evaluate(({ x, y, width, height }) => {
    const controls = [...document.querySelectorAll('a,button,input,select,textarea')]
    return controls.some((control) => {
      const { left, right, top, bottom, width: size } = control.getBoundingClientRect()
      const isBeside = right <= x || left >= x + width || bottom <= y || top >= y + height
      return size > 0 && !isBeside
    })
  }, box)
}
