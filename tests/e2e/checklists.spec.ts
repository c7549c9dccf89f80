import { ben } from './cast.ts'
import { readyToWrite, writeButton } from './sending.ts'
import { deskOf, expect, openDraft, openPanel, test } from './stage.ts'

// Two browsers, and a whole draft.
test.describe.configure({ timeout: 120_000 })

test('each side has its own checklist before it, and what is ticked there stays', async ({
  rep,
  org,
  openBrowser,
}) => {
  const panel = await openDraft(rep)
  const sheet = await readyToWrite(panel)
  const promises = 'Every promise is listed, also the spoken ones.'
  await sheet.getByRole('checkbox', { name: promises }).check()
  await expect(sheet.getByText('Your checklist: 1 of 6')).toBeVisible()
  await sheet.getByRole('button', { name: 'Close' }).click()
  await panel.getByRole('button', { name: /^(Submit…|Review)/ }).click()
  await expect(sheet.getByRole('checkbox', { name: promises })).toBeChecked()
  await writeButton(sheet).click()
  await expect(panel.getByText(/^In Salesforce/)).toBeVisible()

  const desk = await deskOf(org, await openBrowser(), ben.name)
  const kickoff = /^The kickoff agenda is drafted/
  const packet = await openPanel(desk)
  await expect(packet.getByText('Checklist of the sender (6)')).toBeVisible()
  await expect(packet.getByText(promises)).toBeHidden()
  await packet.getByRole('checkbox', { name: kickoff }).check()
  await desk.reload()
  const again = await openPanel(desk)
  await expect(again.getByRole('checkbox', { name: kickoff })).toBeChecked()
})
