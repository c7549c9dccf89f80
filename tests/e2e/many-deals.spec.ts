import { extensionOrigin, signIn } from '#demo/launch/browser.ts'
import { violationsIn } from './axe.ts'
import { ana, brightwater } from './cast.ts'
import { expect, test } from './stage.ts'

test.use({
  variant: {
    change: (seed) => {
      const deals = seed.records['Opportunity'] ?? []
      const sample = deals.find(({ Id }) => Id === brightwater.id) ?? {}
      const harbour = deals.find(({ AccountId }) => AccountId !== sample['AccountId'])
      const more = Array.from({ length: 130 }, (_, at) => ({
        ...sample,
        Id: `006Hs00000${90_000 + at}IAA`,
        Name: `Depot ${at + 1}`,
        ...(at < 127 ? {} : { AccountId: harbour?.['AccountId'], CloseDate: '2029-12-31' }),
        ...(at < 127 ? {} : { StageName: 'Qualification', IsClosed: false, IsWon: false }),
      }))
      return { ...seed, records: { ...seed.records, Opportunity: [...deals, ...more] } }
    },
  },
})

test('of more deals than are listed the rest are found by their account and begun', async ({
  org,
  openBrowser,
}, info) => {
  const context = await openBrowser()
  await signIn(context.pages()[0] ?? (await context.newPage()), org.hosts, ana.name)
  const page = await context.newPage()
  await page.goto(`${await extensionOrigin(context)}/insights.html`)
  await page.getByRole('button', { name: 'Show the first 100' }).click()
  await expect(page.getByText(/looks through all of your deals/)).toBeAttached()
  await page.getByRole('button', { name: 'Hand over several together' }).click()
  await expect(page.getByText(/^The 100 most urgent/)).toBeAttached()
  const filter = page.getByRole('searchbox', { name: 'Deal, account or stage' })
  await filter.fill('Qualification Depot')
  await expect(page.getByRole('checkbox', { name: /^Depot 13\d/ })).toHaveCount(1)
  await page.getByRole('checkbox', { name: /^All that fit \(3\)/ }).check()
  await filter.fill('')
  await expect(page.getByText('3 deals chosen')).toBeVisible()
  expect(await violationsIn(page)).toEqual([])
  await page.screenshot({ path: info.outputPath('chosen.png') })
  await page.reload()
  await page.getByRole('button', { name: 'Begin 3 drafts' }).click()
  await expect(page.getByText('3 of 3 begun')).toBeVisible()
  await page.screenshot({ path: info.outputPath('begun.png') })
})
