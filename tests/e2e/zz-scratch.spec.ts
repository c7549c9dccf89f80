import { deskOf, openDraft, test } from './stage.ts'
import { ana } from './cast.ts'
const dir = '/tmp/hist-shots'
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
test.describe.configure({ timeout: 200_000 })
for (const [name, scheme, size] of [
  ['light', 'light', { width: 1360, height: 860 }],
  ['dark', 'dark', { width: 1360, height: 860 }],
  ['narrow', 'light', { width: 360, height: 740 }],
] as const) {
  test(`history ${name}`, async ({ org, openBrowser }) => {
    const page = await deskOf(org, await openBrowser({ colorScheme: scheme }), ana.name)
    await page.setViewportSize(size)
    const panel = await openDraft(page)
    const shoot = (n: string) => page.screenshot({ path: `${dir}/${name}-${n}.png` })
    await shoot('0-draft')
    await panel.getByRole('button', { name: 'History and evidence' }).click()
    const sheet = panel.getByRole('dialog', { name: 'History and evidence' })
    const list = sheet.getByRole('list', { name: 'History' })
    await list.getByRole('button').first().waitFor()
    await shoot('1-timeline')
    await sheet.getByRole('button', { name: /gaps in the record/ }).click()
    await shoot('2-gaps')
    await sheet.getByRole('searchbox').fill('depot calendars')
    await list.getByRole('button').first().click()
    await sheet.getByRole('textbox', { name: 'Text of Depot calendars' }).waitFor()
    await shoot('3-item')
    await sheet.getByRole('button', { name: '← Back to the history' }).click()
    await sheet.getByRole('tab', { name: 'From elsewhere' }).click()
    await shoot('4-elsewhere-empty')
    await sheet.getByLabel('Files').setInputFiles([
      { name: 'discovery.vtt', mimeType: 'text/vtt', buffer: Buffer.from(transcript) },
      { name: 'call.mp4', mimeType: 'video/mp4', buffer: Buffer.from([0, 1, 2]) },
    ])
    await sheet.getByText('“discovery.vtt” was added').waitFor()
    await shoot('5-elsewhere')
    await sheet.getByRole('button', { name: 'Paste text' }).click()
    await shoot('6-paste')
    await sheet.getByRole('button', { name: 'Link a recording' }).click()
    await sheet.getByLabel('Address').fill('http://calls.example/r')
    await sheet.getByRole('button', { name: 'Add link' }).click()
    await shoot('7-link')
    await sheet.getByRole('button', { name: /^discovery.vtt/ }).click()
    await sheet.getByRole('button', { name: /forgotten the month/ }).click()
    await shoot('8-transcript')
    await sheet.getByLabel('Pin to').selectOption('why.pain')
    await sheet.getByRole('button', { name: 'Pin', exact: true }).click()
    await shoot('9-pinned')
    await page.keyboard.press('Escape')
    await panel.locator('[data-question="why.pain"]').scrollIntoViewIfNeeded()
    await shoot('a-answer')
  })
}
