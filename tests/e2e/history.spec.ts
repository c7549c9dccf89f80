import type { Frame, Locator } from '@playwright/test'
import { violationsIn } from './axe.ts'
import { ana, ben, brightwater } from './cast.ts'
import { callsForTheDeal } from './calls.ts'
import { submit } from './sending.ts'
import { deskOf, expect, openDraft, openPanel, test } from './stage.ts'

// A whole handoff in two browsers.
test.describe.configure({ timeout: 150_000 })

const transcript = [
  'WEBVTT',
  '',
  '00:00:05.000 --> 00:00:09.000',
  'Ana Ferreira: What would make this a success for you?',
  '',
  '00:14:32.000 --> 00:14:40.000',
  'Michelle Okafor: I want to close before I have forgotten the month.',
  '',
].join('\r\n')

const address = 'https://calls.example/r/brightwater-demo'

test('an answer is backed by a mail, a transcript and a recording, and the recipient sees them', async ({
  rep,
  org,
  openBrowser,
}) => {
  const panel = await openDraft(rep)
  org.calls.clear()
  const sheet = await openHistory(panel)
  const list = sheet.getByRole('list', { name: 'History' })

  await test.step('the timeline is read in one call, searched and filtered', async () => {
    await expect(list.getByRole('button').first()).toBeVisible()
    expect(callsForTheDeal(org)).toHaveLength(1)
    expect(await list.getByRole('listitem').count()).toBeLessThanOrEqual(60)
    expect(await violationsIn(panel)).toEqual([])
    await rep.keyboard.type('holiday')
    await expect(list.getByRole('button')).toHaveCount(0)
    await sheet.getByRole('searchbox').fill('terms renewal')
    await expect(list.getByRole('button')).toHaveCount(1)
    await sheet.getByRole('searchbox').fill('')
    await sheet.getByRole('button', { name: 'Meetings' }).click()
    await expect(list.getByText('Security review with IT')).toBeVisible()
    await expect(list.getByText('Terms')).toBeHidden()
    await sheet.getByRole('button', { name: 'Show all' }).click()
  })

  await test.step('gaps say what is missing, and lead there', async () => {
    await sheet.getByRole('button', { name: /gaps in the record/ }).click()
    await expect(sheet.getByText(/Security review with IT.* has no notes/)).toBeVisible()
    await expect(sheet.getByText(/Nothing is recorded for \d+ days/).first()).toBeVisible()
    await sheet.getByRole('button', { name: /^Go: “Security review/ }).click()
    await expect(sheet.getByRole('heading', { name: 'Security review with IT' })).toBeVisible()
    await sheet.getByRole('button', { name: '← Back to the history' }).click()
  })

  await test.step('words of a mail are selected with the keyboard and become an answer', async () => {
    await sheet.getByRole('searchbox').fill('depot calendars')
    await expect(sheet.getByText('Depot calendars').first()).toBeVisible()
    await rep.keyboard.press('ArrowDown')
    await rep.keyboard.press('Enter')
    const text = sheet.getByRole('textbox', { name: 'Text of Depot calendars' })
    await expect(text).toHaveValue(/own holiday calendar/)
    await text.press('ControlOrMeta+Home')
    await text.press('ArrowDown')
    await text.press('ArrowDown')
    await text.press('Shift+End')
    expect(await violationsIn(panel)).toEqual([])
    await pinTo(sheet, 'why.pain', 'Answer with this')
    await sheet.getByRole('button', { name: '← Back to the history' }).click()
  })

  await test.step('a transcript is added, and a line of it pinned', async () => {
    await sheet.getByRole('tab', { name: 'From elsewhere' }).click()
    const file = { name: 'discovery.vtt', mimeType: 'text/vtt', buffer: Buffer.from(transcript) }
    await sheet
      .getByLabel('Files')
      .setInputFiles([
        file,
        { name: 'call.mp4', mimeType: 'video/mp4', buffer: Buffer.from([0, 1, 2]) },
      ])
    await expect(sheet.getByText('“discovery.vtt” was added: 2 lines.')).toBeVisible()
    await expect(sheet.getByText(/“call.mp4” was not added: Segue reads/)).toBeVisible()
    expect(await violationsIn(panel)).toEqual([])
    await sheet.getByRole('button', { name: /^discovery.vtt/ }).click()
    await sheet.getByRole('button', { name: /forgotten the month/ }).click()
    await pinTo(sheet, 'why.pain', 'Pin')
    expect(await violationsIn(panel)).toEqual([])
    await sheet.getByRole('button', { name: '← Back to what was added' }).click()
  })

  await test.step('a recording is linked with its moment', async () => {
    await sheet.getByRole('button', { name: 'Link a recording' }).click()
    await sheet.getByLabel('Address').fill('http://calls.example/r')
    await sheet.getByRole('button', { name: 'Add link' }).click()
    await expect(sheet.getByText(/not an https address/)).toBeVisible()
    await sheet.getByLabel('Address').fill(address)
    await sheet.getByLabel('What it is').fill('Demo with three depots')
    await sheet.getByLabel('Moment').fill('12:30')
    await sheet.getByRole('button', { name: 'Add link' }).click()
    await sheet.getByRole('button', { name: /^Demo with three depots/ }).click()
    await pinTo(sheet, 'why.pain', 'Pin without a quote')
    await rep.keyboard.press('Escape')
  })

  await test.step('removing evidence can be undone', async () => {
    const question = panel.locator('[data-question="why.pain"]')
    await expect(
      question.getByRole('list', { name: 'Evidence' }).getByRole('listitem'),
    ).toHaveCount(3)
    await question.getByRole('button', { name: /^Remove evidence: Demo/ }).click()
    await expect(question.getByText('Evidence removed.')).toBeVisible()
    await question.getByRole('button', { name: 'Undo' }).click()
    await expect(question.getByRole('listitem').filter({ hasText: 'three depots' })).toBeVisible()
  })

  await submit(panel)
  const desk = await deskOf(org, await openBrowser(), ben.name)
  const packet = (await openPanel(desk)).getByRole('article', { name: /^Handoff HO-/ })
  const answer = packet.locator('[data-question="why.pain"]')
  await answer.getByRole('button', { name: /^Evidence \(3\)/ }).click()
  await expect(answer.getByText('I want to close before I have forgotten the month.')).toBeVisible()
  await expect(answer.getByText('Michelle Okafor, 14:32')).toBeVisible()
  await expect(answer.getByRole('link', { name: 'Demo with three depots' })).toHaveAttribute(
    'href',
    address,
  )
  await expect(answer.getByText(/may not be able to open/)).toBeVisible()
  await expect(packet.getByText('What would make this a success')).toHaveCount(0)
})

test('of a mail with the line breaks of Windows those words are quoted that were selected', async ({
  rep,
  org,
}) => {
  org.as(ana.id).create('EmailMessage', {
    RelatedToId: brightwater.id,
    Subject: 'Four paragraphs',
    TextBody: 'Hello Ana,\r\n\r\none.\r\n\r\ntwo.\r\n\r\nWe need it before March.\r\n\r\nKoen',
    FromAddress: 'k.abels@brightwater-logistics.example',
    MessageDate: new Date().toISOString(),
    Status: '3',
  })
  const sheet = await openHistory(await openDraft(rep))
  await sheet.getByRole('searchbox').fill('four paragraphs')
  // Only what is listed can be gone to.
  await expect(sheet.getByText('Four paragraphs').first()).toBeVisible()
  await rep.keyboard.press('ArrowDown')
  await rep.keyboard.press('Enter')
  const text = sheet.getByRole('textbox', { name: 'Text of Four paragraphs' })
  await text.press('ControlOrMeta+End')
  await text.press('Home')
  await text.press('ArrowUp')
  await text.press('ArrowUp')
  await text.press('Shift+End')
  await expect(sheet.getByLabel('Quote')).toHaveValue('We need it before March.')
})

async function openHistory(panel: Frame): Promise<Locator> {
  await panel.getByRole('button', { name: 'History and evidence' }).click()
  return panel.getByRole('dialog', { name: 'History and evidence' })
}

async function pinTo(sheet: Locator, question: string, name: string): Promise<void> {
  await sheet.getByLabel('Pin to').selectOption(question)
  await sheet.getByRole('button', { name, exact: true }).click()
  await expect(sheet.getByText(/^Pinned to /)).toBeVisible()
}
