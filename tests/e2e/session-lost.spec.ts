import { signIn } from '#demo/launch/browser.ts'
import { ana } from './cast.ts'
import { expect, openDraft, test } from './stage.ts'

test('a session that ends while somebody types takes no letter, and they go on where they were', async ({
  rep,
  org,
}) => {
  const panel = await openDraft(rep)
  const reason = panel.getByRole('textbox', { name: 'Why now' })
  // The panel puts the focus into the first missing answer of its own accord, once.
  await expect(panel.getByRole('textbox', { name: 'Non-standard terms' })).toBeFocused()
  await reason.focus()
  await rep.keyboard.type('Their depot opens in June.')
  await expect(reason).toHaveValue('Their depot opens in June.')
  await rep.context().clearCookies({ domain: org.hosts.my })
  await expect(panel.getByText('You are signed out of Salesforce')).toBeVisible()
  await signIn(await rep.context().newPage(), org.hosts, ana.name)
  await rep.bringToFront()
  await expect(reason).toHaveValue('Their depot opens in June.')
  await expect(reason).toBeFocused()
})

test('a session that ends in the review leads to the sign-in, and the review is open again with what was typed', async ({
  rep,
  org,
}) => {
  const panel = await openDraft(rep)
  const open = panel.getByRole('button', { name: /^(Submit…|Review)$/ })
  await open.click()
  const sheet = panel.getByRole('dialog', { name: 'Review and submit' })
  await sheet.getByText(/with a manager’s word/).click()
  const reason = sheet.getByRole('textbox', { name: 'Why?' })
  await reason.fill('The kickoff is tomorrow.')
  await rep.context().clearCookies({ domain: org.hosts.my })
  await expect(panel.getByRole('link', { name: 'Sign in' })).toBeFocused()
  await signIn(await rep.context().newPage(), org.hosts, ana.name)
  await rep.bringToFront()
  await expect(sheet).toBeVisible()
  await sheet.getByText(/with a manager’s word/).click()
  await expect(reason).toHaveValue('The kickoff is tomorrow.')
  await rep.keyboard.press('Escape')
  await expect(sheet).toBeHidden()
  await expect(panel.getByRole('textbox', { name: 'Non-standard terms' })).toBeFocused()
})
