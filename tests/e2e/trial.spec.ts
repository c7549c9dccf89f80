import { extensionOrigin } from '#demo/launch/browser.ts'
import { builtInTemplates } from '#lib/templates/all.ts'
import { violationsIn } from './axe.ts'
import { brightwater, remy } from './cast.ts'
import { dealAddress, deskOf, expect, test } from './stage.ts'

const aeCsm = builtInTemplates.find(({ key }) => key === 'ae-csm')
/** A template that an admin has written and that nobody uses yet. */
const own = JSON.stringify({ ...aeCsm, key: 'acme-deal', name: 'Acme handoff', status: 'draft' })

test('an admin tries a template on past deals before anybody uses it, by keyboard, and nothing is left of it', async ({
  org,
  openBrowser,
}) => {
  const context = await openBrowser()
  await deskOf(org, context, remy.name)
  const settings = await context.newPage()
  await settings.goto(`${await extensionOrigin(context)}/options.html#templates`)
  await settings.getByRole('textbox', { name: 'Or its text' }).fill(own)
  await settings.getByRole('button', { name: 'Check and import' }).click()
  const open = settings.getByRole('button', { name: 'Try it on past deals: Acme handoff' })
  await open.press('Enter')
  const sheet = settings.getByRole('dialog', { name: 'Try it on past deals' })
  await expect(sheet.getByText(/Reads up to 20 deals, one call each/)).toBeVisible()
  const before = org.calls.all().length

  // After the third deal the org takes no more calls: what was found stays, and the reading goes on when it may.
  const effect = {
    kind: 'error',
    status: 403,
    errorCode: 'REQUEST_LIMIT_EXCEEDED',
    message: 'TotalRequests Limit exceeded.',
    headers: {},
    afterwards: false,
  } as const
  org.faults.add({ path: '/composite$', effect, after: 4, times: 1, probability: 1 })
  await sheet.getByRole('button', { name: 'Read the deals' }).press('Enter')
  await expect(sheet.getByText('Your org has used up its API calls for today')).toBeVisible()
  await expect(sheet.getByText(/^Stopped after 3 of \d+ deals/)).toBeVisible()
  expect(await violationsIn(settings)).toEqual([])
  await expect(sheet.getByRole('button', { name: 'Go on' })).toBeFocused()
  await settings.keyboard.press('Enter')
  const headline = sheet.getByText(/^\d+ of \d+ deals could be submitted as the record is\.$/)
  await expect(headline).toBeVisible({ timeout: 30_000 })

  const stops = sheet.getByRole('region', { name: 'What the template would have done' })
  const worst = stops.locator('summary').first()
  await expect(worst).toHaveText(/^\d+ % would fail on .+: \d+ of \d+$/)
  await worst.press('Enter')
  const link = stops.getByRole('link', { name: brightwater.name })
  await expect(link.first()).toHaveAttribute('href', dealAddress(org, brightwater.id))
  expect(await violationsIn(settings)).toEqual([])
  await settings.screenshot({ path: test.info().outputPath('trial.png') })

  const written = org.calls
    .all()
    .slice(before)
    .filter(({ method }) => !['GET', 'POST'].includes(method))
  expect(written).toEqual([])
  await settings.keyboard.press('Escape')
  await expect(sheet).toBeHidden()
  await expect(open).toBeFocused()
  await settings.goto(`${await extensionOrigin(context)}/options.html#privacy`)
  await expect(settings.getByText('Nothing about any deal is kept on this computer.')).toBeVisible()
})
