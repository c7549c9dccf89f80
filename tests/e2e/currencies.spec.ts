import { openPopup, signIn } from '#demo/launch/browser.ts'
import type { OrgSeed } from '#demo/org/seed.ts'
import { ana, ben, brightwater, sahara } from './cast.ts'
import { handoffOf } from './handed-over.ts'
import { expect, openDraft, test } from './stage.ts'

const currencies = new Map([
  [brightwater.id as string, 'JPY'],
  [sahara.id as string, 'GBP'],
])

/** Each deal has a currency of its own, and Ana works in another. */
function severalCurrencies(seed: OrgSeed): OrgSeed {
  const Opportunity = (seed.records['Opportunity'] ?? []).map((row) =>
    Object.assign({}, row, { CurrencyIsoCode: currencies.get(String(row['Id'])) ?? 'CHF' }),
  )
  const users = seed.org.users.map((user) =>
    user.id === ana.id ? { ...user, currency: 'USD' } : user,
  )
  const CurrencyType = Object.entries({ EUR: 1, CHF: 0.9, GBP: 0.85, JPY: 160, USD: 1.1 }).map(
    ([IsoCode, ConversionRate]) => ({ IsoCode, ConversionRate, IsCorporate: IsoCode === 'EUR' }),
  )
  const org = { ...seed.org, users }
  return { ...seed, org, records: { ...seed.records, Opportunity, CurrencyType } }
}

test.use({ variant: { change: severalCurrencies } })

test('amounts are told in the currency of their deal, whoever looks', async ({
  rep,
  org,
  openBrowser,
}) => {
  const draft = await openDraft(rep)
  await expect(draft.getByText(/Total price: JP¥117,800/).first()).toBeVisible()

  handoffOf(org, { status: 'Submitted' })
  const other = handoffOf(org, { status: 'Submitted' })
  org.as(ana.id).update('Handoff__c', other, { Opportunity__c: sahara.id })
  const context = await openBrowser()
  await signIn(context.pages()[0] ?? (await context.newPage()), org.hosts, ben.name)
  const popup = await openPopup(context)
  for (const amount of ['JP¥184,000', '£96,000', 'CHF 46,200'])
    await expect(popup.getByText(amount)).toBeVisible()
})
