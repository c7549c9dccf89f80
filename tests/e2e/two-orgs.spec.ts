import type { BrowserContext } from '@playwright/test'
import { createApp } from '#demo/app.ts'
import { extensionOrigin, extensionWorker, launchBrowser, signIn } from '#demo/launch/browser.ts'
import { selfSignedCertificate } from '#demo/launch/certificate.ts'
import { serveHttps } from '#demo/launch/https-server.ts'
import { loadOrgFolder } from '#demo/org/load-folder.ts'
import { createOrg, type Org } from '#demo/org/org.ts'
import { createPages } from '#demo/pages/pages.ts'
import { ben, brightwater } from './cast.ts'
import { handoffOf } from './handed-over.ts'
import { handoffs } from './holdings.ts'
import { dealAddress, expect, extensionDir, test as base } from './stage.ts'

/** A production and a full copy of it, in which every record has the same id, in one browser. */
const test = base.extend<{
  both: { readonly production: Org; readonly copy: Org; readonly context: BrowserContext }
}>({
  both: async ({ profileDir }, provide) => {
    const { org, ...seed } = loadOrgFolder('demo/orgs/acme')
    const terms = { now: () => new Date(), random: Math.random }
    const production = createOrg({ ...seed, org }, terms)
    const named = { ...org, myDomain: 'acme--uat', orgId: '00DHs000000abCdMAI' }
    const copy = createOrg({ ...seed, org: named }, terms)
    const certificate = await selfSignedCertificate(new Date())
    const app = createApp([production, copy], createPages)
    const { port, close } = await serveHttps(app.fetch, certificate, 0)
    const context = await launchBrowser({ extensionDir, port, headless: true, profileDir })
    await extensionWorker(context)
    await provide({ production, copy, context })
    await context.close()
    await close()
  },
})

test('a decision is written in the org whose inbox the page shows, wherever the user has been meanwhile', async ({
  both: { production, copy, context },
}) => {
  for (const org of [production, copy]) {
    handoffOf(org, { status: 'Submitted' })
    await signIn(await context.newPage(), org.hosts, ben.name)
  }
  const page = await context.newPage()
  await page.goto(dealAddress(production, brightwater.id))
  const origin = await extensionOrigin(context)
  const [inbox, settings] = [await context.newPage(), await context.newPage()]
  await inbox.goto(`${origin}/insights.html`)
  await expect(inbox.getByText('Ben Kowalski in acme', { exact: true })).toBeVisible()
  await settings.goto(`${origin}/options.html#install`)
  await expect.poll(() => settings.url()).toContain(`org=${production.hosts.my}#install`)

  await page.bringToFront()
  await page.goto(dealAddress(copy, brightwater.id))
  const worker = await extensionWorker(context)
  const lastOrg = () => worker.evaluate(() => chrome.storage.local.get('last-org'))
  await expect.poll(lastOrg).toEqual({ 'last-org': copy.hosts.my })

  await inbox.bringToFront()
  await inbox.getByRole('button', { name: new RegExp(`^${brightwater.name}`) }).focus()
  await inbox.keyboard.press('d')
  const sheet = inbox.getByRole('dialog', { name: 'Decline this handoff' })
  await sheet.getByRole('checkbox', { name: 'Success is not defined' }).check()
  await sheet.getByRole('textbox').first().fill('Which month counts as the first result?')
  await expect(async () => {
    await sheet.getByRole('button', { name: 'Decline' }).click()
    await expect(sheet).toBeHidden({ timeout: 1000 })
  }).toPass()
  await expect.poll(() => handoffs(production)[0]?.['Status__c']).toBe('Rejected')
  expect(handoffs(copy)[0]?.['Status__c']).toBe('Submitted')

  await settings.bringToFront()
  await settings.getByRole('link', { name: 'Sign-in and org health' }).click()
  await expect(settings.getByText(production.hosts.my).first()).toBeVisible()
  await settings.reload()
  await expect(settings.getByText(production.hosts.my).first()).toBeVisible()
  await expect(settings.getByText(copy.hosts.my)).toHaveCount(0)
})
