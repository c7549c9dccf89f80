import type { BrowserContext, Frame, Page } from '@playwright/test'
import { signIn } from '#demo/launch/browser.ts'
import type { Org } from '#demo/org/org.ts'
import { compositeCalls } from './calls.ts'
import { ana, ben } from './cast.ts'
import { handoffOf } from './handed-over.ts'
import { handoffs } from './holdings.ts'
import { answerByKeyboard, focused, tabTo } from './keyboard.ts'
import { dealAddress, deskOf, expect, openDraft, openPanel, test } from './stage.ts'

// Whole handoffs and single sheets, key by key. After signing in, no test here touches anything but the keyboard.
test.describe.configure({ timeout: 240_000 })

const jonas = { id: '005Hs00000007VvIAI', name: 'Jonas Lindqvist' } as const
const quillon = { id: '006Hs0000000N61IAE' } as const

test('a seller hands a won deal over by keyboard alone, and it is accepted by keyboard alone', async ({
  rep,
  org,
  openBrowser,
}) => {
  const panel = await openDraft(rep)
  await expect.poll(async () => (await focused(panel)).question).not.toBe('')
  await answerByKeyboard(rep, panel, ben.name)
  org.calls.clear()
  await submitByKeyboard(rep, panel, 'kowal')
  const calls = compositeCalls(org)
  // One that writes, after one that asks who is near the deal, where that is not known already.
  expect(calls.at(-1)).toBe('POST 200')
  expect(calls.length).toBeLessThanOrEqual(2)
  expect(handoffs(org)).toMatchObject([
    { Status__c: 'Submitted', Template_Key__c: 'ae-csm', Outgoing_Owner__c: ana.id },
  ])

  const desk = await deskOf(org, await openBrowser(), ben.name)
  const packet = await openPanel(desk)
  const ticks = packet.getByRole('checkbox', { name: /^Read/ })
  await expect(ticks.first()).toBeVisible()
  const sections = await ticks.count()
  for (let read = 0; read < sections; read += 1) {
    await tabTo(desk, packet, /^Read/)
    await desk.keyboard.press('Space')
    await desk.keyboard.press('Tab')
  }
  await acceptByKeyboard(desk, packet)
  await expect.poll(() => handoffs(org)[0]?.['Status__c']).toBe('Accepted')
})

test('an SDR hands a meeting over on one screen, by keyboard alone', async ({
  org,
  openBrowser,
}) => {
  const context = await openBrowser()
  const page = context.pages()[0] ?? (await context.newPage())
  await signIn(page, org.hosts, 'Sam Okonkwo')
  await page.goto(dealAddress(org, quillon.id))
  const panel = await openDraft(page)
  await expect(panel.getByText(/express · draft/)).toBeVisible()
  await expect.poll(async () => (await focused(panel)).question).not.toBe('')
  await answerByKeyboard(page, panel, jonas.name)
  await submitByKeyboard(page, panel, 'lindq')
  expect(handoffs(org, quillon.id)).toMatchObject([
    { Status__c: 'Submitted', Template_Key__c: 'sdr-ae', Variant__c: 'Express' },
  ])
})

/** Ben, who is about to decline what was handed over to him. */
async function declining(org: Org, browser: BrowserContext) {
  handoffOf(org, { status: 'Submitted' })
  const desk = await deskOf(org, browser, ben.name)
  const panel = await openPanel(desk)
  await panel.getByRole('button', { name: 'Decline…' }).press('Enter')
  return { desk, panel, sheet: panel.getByRole('dialog', { name: 'Decline this handoff' }) }
}

test('Tab goes round in a sheet, both ways, and never into the page', async ({
  org,
  openBrowser,
}) => {
  const { desk, panel, sheet } = await declining(org, await openBrowser())
  const first = sheet.getByRole('checkbox').first()
  await expect(first).toBeFocused()
  const close = sheet.getByRole('button', { name: 'Close' })
  const last = sheet.getByRole('radio', { checked: true })
  await desk.keyboard.press('Shift+Tab')
  await expect(close).toBeFocused()
  await desk.keyboard.press('Shift+Tab')
  await expect(last).toBeFocused()
  await desk.keyboard.press('Tab')
  await expect(close).toBeFocused()
  await desk.keyboard.press('Escape')
  await expect(sheet).toBeHidden()
  await expect(panel.getByRole('button', { name: 'Decline…' })).toBeFocused()
})

test('a decision puts the focus on the handoff, and leaves it there', async ({
  org,
  openBrowser,
}) => {
  const { panel, sheet } = await declining(org, await openBrowser())
  await sheet.getByRole('checkbox', { name: 'Success is not defined' }).press('Space')
  await sheet.getByRole('textbox').fill('Which month counts as the first result?')
  await expect(sheet.getByRole('button', { name: 'Decline', disabled: false })).toBeVisible()
  const places = panel.evaluate(async () => {
    const found: string[] = []
    addEventListener('focusin', ({ target }) => {
      if (!(target instanceof Element)) return
      found.push(target.getAttribute('aria-label') ?? target.textContent)
    })
    const isDecided = () => document.querySelector('article')?.textContent.includes('Declined')
    for (let frames = 0; frames < 600 && !isDecided(); frames += 1)
      await new Promise(requestAnimationFrame)
    return found
  })
  await sheet.getByRole('button', { name: 'Decline' }).press('Enter')
  expect(await places).toEqual(['Decline', 'Decline…', expect.stringMatching(/^Handoff HO-/)])
  await expect(panel.getByRole('article')).toBeFocused()
})

test('Tab waits in the panel until there is something to go to', async ({ rep, org }) => {
  const effect = { kind: 'delay', milliseconds: 4000 } as const
  org.faults.add({ path: '/services/', effect, after: 0, times: 0, probability: 1 })
  const panel = await openPanel(rep)
  await expect(panel.getByText('Reading the opportunity from Salesforce…')).toBeVisible()
  await rep.keyboard.press('Tab')
  await rep.keyboard.press('Tab')
  expect(await panel.evaluate(() => document.hasFocus())).toBe(true)
  org.faults.clear()
  await expect(panel.getByRole('meter', { name: 'Completeness' })).toBeVisible()
  await tabTo(rep, panel, /^Close/)
})

test('a day that is typed is the day that is kept, also when it is typed over', async ({ rep }) => {
  const panel = await openDraft(rep)
  const day = panel.locator('[data-question="next.date"]').getByLabel('By when', { exact: true })
  await tabTo(rep, panel, /^By when$/)
  await rep.keyboard.type('01152027', { delay: 30 })
  await expect(day).toHaveValue('2027-01-15')
  await rep.keyboard.press('ArrowLeft')
  await rep.keyboard.press('ArrowLeft')
  await rep.keyboard.type('02042028', { delay: 30 })
  await expect(day).toHaveValue('2028-02-04')
  await rep.keyboard.press('ArrowLeft')
  await rep.keyboard.press('ArrowLeft')
  await rep.keyboard.type('01152027', { delay: 30 })
  await expect(panel.getByText('Saved on this computer', { exact: true })).toBeVisible()
  await rep.reload()
  const again = await openDraft(rep)
  await expect(again.locator('[data-question="next.date"] input[type="date"]')).toHaveValue(
    '2027-01-15',
  )
})

test('the keyboard stays with a question whose control goes away with an answer', async ({
  rep,
}) => {
  const panel = await openDraft(rep)
  const question = panel.locator('[data-question="success.firstValue"]')
  await question.getByRole('button', { name: 'Does not apply' }).focus()
  await rep.keyboard.press('Enter')
  await expect(question.getByLabel(/Why does it not apply/)).toBeFocused()
  await rep.keyboard.press('Tab')
  await rep.keyboard.press('Enter')
  await expect(question.getByRole('textbox')).toBeFocused()
})

/** Ctrl+Enter, a name, Enter, Ctrl+Enter. */
async function submitByKeyboard(page: Page, panel: Frame, who: string): Promise<void> {
  await page.keyboard.press('Control+Enter')
  const sheet = panel.getByRole('dialog', { name: 'Review and submit' })
  await expect(sheet.getByRole('searchbox')).toBeFocused()
  await page.keyboard.type(who)
  await expect(sheet.getByRole('list', { name: 'Found' }).getByRole('button')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(sheet.getByRole('region', { name: 'Who takes over' })).toBeFocused()
  await expect(
    sheet.getByRole('button', { name: 'Write to Salesforce', disabled: false }),
  ).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(panel.getByText(/^In Salesforce · HO-/)).toBeVisible()
  // The review has gone with the draft: the keys go on from what it has become.
  await expect(panel.getByRole('article', { name: /^Handoff HO-/ })).toBeFocused()
}

/** Says back what counts, field by field, and presses the button that Tab leads to. */
async function acceptByKeyboard(page: Page, panel: Frame): Promise<void> {
  await tabTo(page, panel, /^Accept…/)
  await page.keyboard.press('Enter')
  const sheet = panel.getByRole('dialog', { name: 'Accept this handoff' })
  await expect(sheet).toBeVisible()
  await tabTo(page, panel, /^What does/)
  while ((await focused(panel)).control === 'textarea') {
    await page.keyboard.type('In my own words, and in a sentence that is long enough.')
    await page.keyboard.press('Tab')
  }
  await page.keyboard.press('Space')
  await expect(sheet.getByRole('button', { name: 'Accept', disabled: false })).toBeVisible()
  await tabTo(page, panel, /^Accept$/)
  await page.keyboard.press('Enter')
}
