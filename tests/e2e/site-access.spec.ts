import type { BrowserContext } from '@playwright/test'
import { extensionOrigin, openPopup } from '#demo/launch/browser.ts'
import { ana, ben } from './cast.ts'
import { deskOf, expect, openDraft, test } from './stage.ts'

type Access = 'ON_CLICK' | 'ON_ALL_SITES'

/** Sets "Site access" of the extension, as a user does on Chrome's own page of it. */
async function setSiteAccess(context: BrowserContext, hostAccess: Access): Promise<void> {
  const { host: extensionId } = new URL(
    (await extensionOrigin(context)).replace(/^[\w-]+/, 'https'),
  )
  const page = await context.newPage()
  await page.goto('chrome://extensions')
  await page.evaluate(
    async (configuration) => {
      const own: unknown = Reflect.get(chrome, 'developerPrivate')
      const isCallable = typeof own === 'object' && own !== null
      const update: unknown = isCallable && Reflect.get(own, 'updateExtensionConfiguration')
      if (typeof update !== 'function') throw new Error('This page may not set up extensions.')
      await Reflect.apply(update, own, [configuration])
    },
    { extensionId, hostAccess },
  )
  await page.close()
}

test('where Chrome keeps Segue away from Salesforce, every surface says so and how to mend it', async ({
  org,
  openBrowser,
}) => {
  const context = await openBrowser()
  await setSiteAccess(context, 'ON_CLICK')
  const page = await deskOf(org, context, ben.name)
  const popup = await openPopup(context)
  const allow = popup.getByRole('button', { name: 'Allow on Salesforce' })
  await expect(popup.getByText('Chrome keeps Segue away from Salesforce')).toBeVisible()
  await setSiteAccess(context, 'ON_ALL_SITES')
  await page.reload()
  await page.bringToFront()
  await openDraft(page)
  await allow.click()
  await expect(popup.getByText('Nothing waits for you')).toBeVisible()
})

test('the settings say that Chrome keeps Segue away, and go on once it does not', async ({
  org,
  openBrowser,
}) => {
  const context = await openBrowser()
  const page = await deskOf(org, context, ana.name)
  await openDraft(page)
  await setSiteAccess(context, 'ON_CLICK')
  const settings = await context.newPage()
  await settings.goto(`${await extensionOrigin(context)}/options.html`)
  const allow = settings.getByRole('button', { name: 'Allow on Salesforce' })
  await expect(allow.first()).toBeVisible()
  await setSiteAccess(context, 'ON_ALL_SITES')
  await allow.first().click()
  await expect(settings.getByText('Ana Ferreira').first()).toBeVisible()
})
