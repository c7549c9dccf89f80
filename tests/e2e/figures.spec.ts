import { extensionOrigin, signIn } from '#demo/launch/browser.ts'
import { ana, mara } from './cast.ts'
import { handoffOf } from './handed-over.ts'
import { expect, test } from './stage.ts'

test('another period leaves the focus and what was chosen where they are', async ({
  org,
  openBrowser,
}) => {
  handoffOf(org, { status: 'Submitted' })
  const context = await openBrowser()
  await signIn(context.pages()[0] ?? (await context.newPage()), org.hosts, mara.name)
  const page = await context.newPage()
  await page.goto(`${await extensionOrigin(context)}/insights.html`)
  await page.getByRole('tab', { name: 'Figures' }).click()
  await page.getByLabel('Compared by').selectOption('kind')
  const days = page.getByLabel('Submitted in the last')
  await days.focus()
  await days.selectOption('365')
  await expect(page.getByText('Asking Salesforce…')).toBeHidden()
  await expect(page.getByText('read just now')).toBeVisible()
  await expect(days).toBeFocused()
  await expect(days).toHaveValue('365')
  await expect(page.getByLabel('Compared by')).toHaveValue('kind')
  await expect(page.getByRole('button', { name: /^Complete at first/ })).toContainText('1 handoff')

  // Whoever signs in next is shown their own team, which Ana has not.
  const home = context.pages()[0] ?? page
  await home.goto(`https://${org.hosts.lightning}/secur/logout.jsp`)
  await signIn(home, org.hosts, ana.name)
  await expect(page.getByText(`${ana.name} in`)).toBeVisible({ timeout: 40_000 })
  const figure = page.getByRole('button', { name: /^Complete at first/ })
  await expect(figure).toContainText('0 handoffs')
  await expect(page.getByRole('checkbox', { name: /^All handoffs/ })).toBeHidden()
})
