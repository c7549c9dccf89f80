import { extensionOrigin, panelOf, signIn, stopWorker } from '#demo/launch/browser.ts'
import { violationsIn } from './axe.ts'
import { ana, ben } from './cast.ts'
import { handoffs } from './holdings.ts'
import { expect, test } from './stage.ts'

const composite = (path: string) => path.endsWith('/composite')

test('a territory is handed over: the drafts of all deals are begun together, then written one after the other', async ({
  org,
  openBrowser,
}) => {
  const context = await openBrowser()
  await signIn(context.pages()[0] ?? (await context.newPage()), org.hosts, ana.name)
  const page = await context.newPage()
  await page.goto(`${await extensionOrigin(context)}/insights.html`)
  await page.getByRole('button', { name: 'Hand over several together' }).click()

  // Everything is chosen by the keyboard.
  await expect(page.getByRole('searchbox', { name: 'Deal, account or stage' })).toBeFocused()
  await page.keyboard.type('closed won')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await page.keyboard.press('Tab')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Space')
  const reason = page.getByLabel('Why the deal changes hands')
  await reason.selectOption('Regional change')
  await page.getByRole('searchbox', { name: 'Who takes over?' }).fill('Ben')
  await page.getByRole('button', { name: new RegExp(`^${ben.name}`) }).click()
  await expect(page.getByText('2 deals chosen')).toContainText(`for ${ben.name}`)
  expect(await violationsIn(page)).toEqual([])

  // What is chosen outlives the page, and the worker.
  await stopWorker(page)
  await page.reload()
  await expect(page.getByText('2 deals chosen')).toContainText(`for ${ben.name}`)
  await expect(reason).toHaveValue('regional-change')
  org.calls.clear()
  await page.getByRole('button', { name: 'Begin 2 drafts' }).dblclick()
  const drafts = page.getByRole('region', { name: 'Drafts', exact: true })
  await expect(page.getByText('2 of 2 begun')).toBeVisible()
  await expect(drafts.getByRole('button', { name: /draft, \d+% complete$/ })).toHaveCount(2)
  // A call each, and one in which the fields of this org are learnt.
  const calls = org.calls.all().filter(({ path }) => composite(path))
  expect(calls.length).toBeLessThanOrEqual(3)
  expect(await violationsIn(page)).toEqual([])

  const first = page.getByRole('button', { name: /^Open first: / })
  const [tab] = await Promise.all([context.waitForEvent('page'), first.click()])
  const panel = await panelOf(tab)
  await expect(panel.getByText('Seller to seller')).toBeVisible()
  await expect(panel.getByText(ben.name)).toBeVisible()
  await expect(panel.getByRole('combobox', { name: 'Why the deal changes hands' })).toHaveValue(
    'regional-change',
  )
  await expect(panel.getByText('written by you').first()).toBeVisible()
  // How far it has come is seen when the page comes again.
  const complete = drafts.getByRole('button').first()
  const before = await complete.textContent()
  await panel.getByRole('combobox', { name: 'May the customer be told now?' }).selectOption('No')
  await expect(panel.getByText('Saved on this computer', { exact: true })).toBeVisible()
  await expect(page.getByRole('button', { name: /^Open next: / })).toBeVisible()
  await page.reload()
  await expect(drafts.getByRole('button')).toHaveCount(2)
  await expect(complete).not.toHaveText(before ?? '')
  // Nothing was sent.
  expect(handoffs(org)).toEqual([])
})
