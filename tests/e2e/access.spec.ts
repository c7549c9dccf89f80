import type { OrgSeed } from '#demo/org/seed.ts'
import { ben } from './cast.ts'
import { expect, openDraft, test } from './stage.ts'

/** An org in which deals are open only to their team and those above. */
function closed(seed: OrgSeed): OrgSeed {
  const sharing = { ...Object(seed.org['sharing']), Opportunity: 'Private' }
  return { ...seed, org: { ...seed.org, sharing } }
}

test.use({ variant: { change: closed } })

test('the review says when whoever takes over cannot open the deal yet', async ({ rep }) => {
  const panel = await openDraft(rep)
  await panel.getByRole('button', { name: /^(Submit…|Review)/ }).click()
  const sheet = panel.getByRole('dialog', { name: 'Review and submit' })
  const choose = async (text: string, name: string) => {
    await sheet.getByRole('searchbox').fill(text)
    await sheet.getByRole('button', { name: new RegExp(`^${name}`) }).click()
    await expect(sheet.getByRole('region', { name: 'Who takes over' })).toContainText(name)
  }
  const warning = sheet.getByText(/cannot open this deal in Salesforce yet$/)
  await choose('jonas', 'Jonas Lindqvist')
  await expect(warning).toHaveText('Jonas Lindqvist cannot open this deal in Salesforce yet')
  await sheet.getByRole('button', { name: 'Choose somebody else' }).click()
  await expect(warning).toBeHidden()
  await choose('kowal', ben.name)
  await expect(sheet.getByRole('button', { name: 'Write to Salesforce' })).toBeVisible()
  await expect(warning).toBeHidden()
})
