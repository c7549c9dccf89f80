import { expect, openPanel, test } from './stage.ts'

test.describe.configure({ timeout: 120_000 })

test('a network’s own page in Salesforce’s place: the deal’s page is not called another one, and Salesforce is asked again by itself', async ({
  rep,
  org,
}) => {
  const html = '<h1>Welcome to the hotel</h1>'
  const effect = { kind: 'html', status: 200, html } as const
  org.faults.add({ path: '/services/', effect, after: 0, times: 0, probability: 1 })
  const panel = await openPanel(rep)
  await expect(panel.getByText('Salesforce does not answer')).toBeVisible()
  await expect(panel.getByText('Something other than Salesforce answered.')).toBeVisible()
  org.faults.clear()
  await expect(panel.getByRole('button', { name: 'Try again' })).toBeVisible()
  await expect(panel.getByRole('meter', { name: 'Completeness' })).toBeVisible({ timeout: 45_000 })
})
