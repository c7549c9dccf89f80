import { extensionOrigin } from '#demo/launch/browser.ts'
import { mara } from './cast.ts'
import { handoffOf } from './handed-over.ts'
import { deskOf, expect, test } from './stage.ts'

test('the page of handoffs is printed whole, and dark on white where the system is dark', async ({
  org,
  openBrowser,
}) => {
  for (let count = 0; count < 30; count += 1) handoffOf(org, { status: 'Accepted' })
  const context = await openBrowser({ colorScheme: 'dark' })
  const page = await deskOf(org, context, mara.name)
  await page.goto(`${await extensionOrigin(context)}/insights.html`)
  const scrollers = page.locator('[data-scrolls]:visible')
  for (const name of ['Needs a manager', 'Figures']) {
    await page.getByRole('tab', { name }).click()
    await expect.poll(() => scrollers.evaluate(isCut)).toBe(true)
    await page.emulateMedia({ media: 'print' })
    expect(await scrollers.evaluate(isCut)).toBe(false)
    await page.emulateMedia({ media: null })
  }
  expect(pagesOf(await page.pdf({ format: 'A4' }))).toBeGreaterThan(1)
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(243, 243, 243)')
})

/** Whether there is more of it than it shows. */
const isCut = (element: Element): boolean =>
  getComputedStyle(element).overflowY !== 'visible' && element.scrollHeight > element.clientHeight

const pagesOf = (pdf: Buffer): number => pdf.toString('latin1').split(/\/Type \/Page\b/).length - 1
