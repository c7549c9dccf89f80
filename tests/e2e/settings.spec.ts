import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { AxeBuilder } from '@axe-core/playwright'
import * as z from 'zod'
import { extensionOrigin, extensionWorker } from '#demo/launch/browser.ts'
import { ana, brightwater, remy } from './cast.ts'
import { filesWith } from './hostile.ts'
import { deskOf, expect, openDraft, openPanel, test } from './stage.ts'

test('an admin sees the org’s health, tries the package and gives somebody a permission set', async ({
  org,
  openBrowser,
}) => {
  const context = await openBrowser()
  await openDraft(await deskOf(org, context, remy.name))
  const settings = await context.newPage()
  await settings.goto(`${await extensionOrigin(context)}/options.html`)
  await expect(settings.getByText('All four are there, and you may see them')).toBeVisible()
  await expect(settings.getByText(`Acting as ${remy.name}`)).toBeVisible()
  await settings.getByRole('link', { name: 'Install in this org' }).click()
  await settings.getByRole('button', { name: 'Only try' }).click()
  await expect(settings.getByText('It would succeed')).toBeVisible()
  await settings.getByRole('textbox').fill('ferreira')
  await settings.getByRole('button', { name: 'Search' }).click()
  await settings.getByRole('button', { name: `Choose ${ana.name}` }).click()
  await settings.getByRole('button', { name: 'Give them the permission set' }).click()
  await expect(settings.getByText('has it now')).toBeVisible()
  for (const { key } of [{ key: 'sign-in' }, { key: 'install' }, { key: 'privacy' }]) {
    await settings.goto(`${await extensionOrigin(context)}/options.html#${key}`)
    await expect(settings.getByRole('heading', { level: 1 })).toBeVisible()
    const { violations } = await new AxeBuilder({ page: settings }).analyze()
    expect(violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ html }) => html) }))).toEqual(
      [],
    )
  }
})

test.describe('in an org without the package', () => {
  test.use({
    variant: {
      change: (seed) => ({
        ...seed,
        org: {
          ...seed.org,
          switches: { ...Object(seed.org['switches']), packageInstalled: false },
          users: [seed.org['users']]
            .flat()
            .map((user) => Object.assign({}, user, { permissionSets: [] })),
        },
      }),
    },
  })

  test('an admin deploys it and takes the permission set, and the health and the panel see it at once', async ({
    org,
    openBrowser,
  }) => {
    const context = await openBrowser()
    const panel = await openPanel(await deskOf(org, context, remy.name))
    await expect(panel.getByText('Handoffs are not set up in this org yet')).toBeVisible()
    const settings = await context.newPage()
    await settings.goto(`${await extensionOrigin(context)}/options.html`)
    await expect(settings.getByText(/^Not there, or hidden from you: Handoff__c/)).toBeVisible()
    await settings.getByRole('link', { name: 'Install in this org' }).click()
    await settings.getByRole('button', { name: 'Deploy to this org' }).click()
    await expect(settings.getByText('The package is in your org')).toBeVisible()
    await settings.getByRole('textbox').fill('haddad')
    await settings.getByRole('button', { name: 'Search' }).click()
    await settings.getByRole('button', { name: `Choose ${remy.name}` }).click()
    await settings.getByRole('button', { name: 'Give them the permission set' }).click()
    await expect(settings.getByText('has it now')).toBeVisible()
    await settings.getByRole('link', { name: 'Sign-in and org health' }).click()
    await expect(settings.getByText('All four are there, and you may see them')).toBeVisible()
    await expect(panel.getByRole('heading', { level: 1, name: brightwater.name })).toBeVisible()
  })
})

test('what somebody has signed in to, or has forgotten, shows on every page of the settings', async ({
  org,
  openBrowser,
}) => {
  const context = await openBrowser()
  const settings = await context.newPage()
  await settings.goto(`${await extensionOrigin(context)}/options.html#templates`)
  const notSeen = settings.getByText('Segue has not seen your Salesforce yet')
  await expect(notSeen).toBeVisible()
  await deskOf(org, context, ana.name)
  await expect(notSeen).toBeHidden({ timeout: 40_000 })

  await settings.getByRole('link', { name: 'Notifications' }).click()
  const told = settings.getByRole('checkbox').first()
  await told.uncheck()
  await settings.getByRole('link', { name: 'Privacy' }).click()
  const forget = settings.getByRole('button', { name: 'Forget everything…' })
  await forget.press('Enter')
  await settings.keyboard.press('Escape')
  await expect(forget).toBeFocused()
  await forget.press('Enter')
  await settings.getByRole('button', { name: 'Forget for good' }).press('Enter')
  await expect(settings.getByText(/^Forgotten:/)).toBeVisible()
  await settings.getByRole('link', { name: 'Notifications' }).click()
  await expect(told).toBeChecked()
})

test('what is kept is listed as it is, also when an open panel reads the deal again that was forgotten', async ({
  rep,
}) => {
  const panel = await openDraft(rep)
  await expect(panel.getByText('Saved on this computer', { exact: true })).toBeVisible()
  const settings = await rep.context().newPage()
  await settings.goto(`${await extensionOrigin(rep.context())}/options.html#privacy`)
  await settings.getByRole('button', { name: 'Forget customer Brightwater Logistics' }).click()
  await settings.getByRole('button', { name: 'Forget for good' }).click()
  await expect(settings.getByText(/^Forgotten:/)).toBeVisible()
  await expect(settings.getByText(/^your draft, a copy/)).toBeVisible()
  await panel.getByRole('button', { name: 'Close' }).first().click()
  // What the panel was still reading when it was closed is kept, and listed: it can be forgotten like the rest.
  const left = settings.getByRole('button', { name: 'Forget customer Brightwater Logistics' })
  const none = settings.getByText('Nothing about any deal is kept on this computer.')
  await expect(async () => {
    if (await left.isVisible()) {
      await left.click()
      await settings.getByRole('button', { name: 'Forget for good' }).click()
    }
    await expect(none).toBeVisible({ timeout: 2000 })
  }).toPass()
  // The button that was pressed is gone: the keyboard goes on from what is near.
  await expect(settings.locator('main :focus')).toHaveCount(1)
})

test.describe('where the package has a namespace', () => {
  test.use({
    variant: {
      change: (seed) => ({ ...seed, org: { ...seed.org, packageNamespace: 'acme' } }),
    },
  })

  test('it is found by itself, and other names can be given and taken back', async ({ rep }) => {
    await openDraft(rep)
    const settings = await rep.context().newPage()
    await settings.goto(`${await extensionOrigin(rep.context())}/options.html`)
    await expect(settings.getByText('All four are there, and you may see them')).toBeVisible()
    await expect(settings.getByText('knows the handoff as acme__Handoff__c')).toBeVisible()
    const namespace = settings.getByRole('textbox', { name: 'Namespace' })
    await namespace.fill('two__parts')
    await settings.getByRole('button', { name: 'Use these names' }).click()
    await expect(settings.getByText(/A namespace begins with a letter/)).toBeVisible()
    await namespace.fill('other')
    await settings.getByRole('button', { name: 'Use these names' }).click()
    await expect(settings.getByText(/with the namespace “acme”/)).toBeVisible()
    await settings.getByRole('button', { name: 'As they are found' }).click()
    await expect(settings.getByText('knows the handoff as acme__Handoff__c')).toBeVisible()
    await openDraft(rep)
    await settings.getByRole('link', { name: 'Install in this org' }).click()
    await expect(settings.getByText(/has the namespace “acme”/)).toBeVisible()
  })
})

test.describe('where the session of the browser may not use the API', () => {
  test.use({
    variant: {
      change: (seed) => ({
        ...seed,
        org: { ...seed.org, switches: { ...Object(seed.org['switches']), apiAccess: false } },
      }),
    },
  })

  test('the user signs in with the company’s app, and the panel works', async ({
    org,
    openBrowser,
    profileDir,
  }) => {
    // Chrome asks for an optional permission in a dialog that no driver can press: here it is given at once.
    const extensionDir = join(profileDir, 'build')
    cpSync(process.env['SEGUE_BUILD'] ?? '.output/chrome-mv3', extensionDir, { recursive: true })
    const file = join(extensionDir, 'manifest.json')
    const manifest = z
      .looseObject({ permissions: z.array(z.string()) })
      .parse(JSON.parse(readFileSync(file, 'utf8')))
    manifest.permissions.push('identity')
    writeFileSync(file, JSON.stringify({ ...manifest, optional_permissions: [] }))
    const context = await openBrowser({ extensionDir })
    const page = await deskOf(org, context, ana.name)
    const settings = await context.newPage()
    await settings.goto(`${await extensionOrigin(context)}/options.html`)
    await expect(settings.getByText(/does not let browser sessions use the API/)).toBeVisible()
    await settings.getByRole('radio', { name: /company’s own app/ }).click()
    const consumerKey = settings.getByRole('textbox', { name: /Consumer key/ })
    await consumerKey.fill('3MVG9demo')
    await consumerKey.blur()
    await settings.getByRole('button', { name: 'Sign in with your company’s app' }).click()
    await expect(settings.getByText('You are signed in.')).toBeVisible()
    await openDraft(page)
    const access = await (
      await extensionWorker(context)
    ).evaluate(async () => JSON.stringify(await chrome.storage.session.get()))
    const [, secret = ''] = /00D\w{12}!([\w.]{40,})/.exec(access) ?? []
    expect(secret).not.toBe('')
    await context.close()
    expect(filesWith(profileDir, secret)).toEqual([])
  })
})
