import { spotOf } from '#demo/launch/closed-roots.ts'
import { ana, brightwater, sahara } from './cast.ts'
import { dealAddress, deskOf, expect, openDraftBeside, test } from './stage.ts'

test('a page that the way back shows as it was left says how far its handoff is now', async ({
  org,
  openBrowser,
}) => {
  const context = await openBrowser({ without: ['--disable-back-forward-cache'] })
  const page = await deskOf(org, context, ana.name)
  await spotOf(page, 'button', /^Handoff$/)
  await page.evaluate(() => Object.assign(globalThis, { isAsItWas: true }))
  await page.goto(dealAddress(org, sahara.id))
  await spotOf(page, 'button', /^Handoff$/)
  const draft = await openDraftBeside(page, org, brightwater.id)
  await draft.locator('[data-question="why.pain"] textarea').fill('They count by hand.')
  await expect(draft.getByText('Saved on this computer', { exact: true })).toBeVisible()

  await page.bringToFront()
  await page.goBack({ waitUntil: 'commit' })
  await spotOf(page, 'button', /^Handoff \d+ %$/)
  expect(await page.evaluate(() => 'isAsItWas' in globalThis)).toBe(true)
})
