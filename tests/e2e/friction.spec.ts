import { readFileSync } from 'node:fs'
import { extensionOrigin } from '#demo/launch/browser.ts'
import { ben, mara } from './cast.ts'
import { handoffOf } from './handed-over.ts'
import { deskOf, expect, openPanel, test } from './stage.ts'

// Two browsers.
test.describe.configure({ timeout: 90_000 })

const logged =
  "SELECT Actor__c, Details__c FROM Handoff_Event__c WHERE Kind__c = 'Friction_Reported'"

test('what holds a handoff up is reported from its packet and stands in the manager’s figures', async ({
  org,
  openBrowser,
}) => {
  handoffOf(org, { status: 'Submitted' })
  const desk = await deskOf(org, await openBrowser(), ben.name)
  const panel = await openPanel(desk)
  await panel.getByRole('button', { name: 'Report what held it up' }).click()
  const box = panel.getByRole('region', { name: 'Report what held it up' })
  await expect(box.getByLabel('At which step?')).toHaveValue('submitted')
  await box.getByRole('textbox').fill('The contract is still with legal.')
  await box.getByRole('button', { name: 'Information was missing' }).click()
  await expect.poll(() => org.as(mara.id).query(logged)).toHaveLength(1)
  expect(org.as(mara.id).query(logged)[0]).toMatchObject({
    Actor__c: ben.id,
    Details__c: expect.stringContaining('still with legal'),
  })
  await expect(box).toBeHidden()
  await panel.getByText(/^What happened/).click()
  await expect(panel.getByRole('article')).toContainText(
    'reported what held it up at “Waiting for the decision”: Information was missing',
  )

  const context = await openBrowser()
  await deskOf(org, context, mara.name)
  const page = await context.newPage()
  await page.goto(`${await extensionOrigin(context)}/insights.html`)
  await page.getByRole('tab', { name: 'Figures' }).click()
  const picture = page.getByRole('region', { name: 'What held handoffs up, as reported' })
  await expect(picture.getByRole('row', { name: /^Waiting for the decision: / })).toContainText(
    '1 “The contract is still with legal.”',
  )
  await expect(page.getByRole('region', { name: 'Suggestions for the templates' })).toContainText(
    'from 10 handoffs on',
  )
  const [report] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save the report' }).click(),
  ])
  expect(readFileSync(await report.path(), 'utf8')).toContain(
    '- Waiting for the decision, Information was missing: 1 (“The contract is still with legal.”)',
  )
})
