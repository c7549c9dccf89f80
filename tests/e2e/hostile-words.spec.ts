import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import type { BrowserContext } from '@playwright/test'
import { extensionOrigin, openPopup, stopWorker } from '#demo/launch/browser.ts'
import type { Org } from '#demo/org/org.ts'
import { hostileWords } from '../attacks/hostile-words.ts'
import { ana, brightwater } from './cast.ts'
import { filesWith, hostsAskedBy, listenTo, netLogTo } from './hostile.ts'
import { handoffs } from './holdings.ts'
import { submit } from './sending.ts'
import { deskOf, expect, openDraft, panelFrame, test } from './stage.ts'

test.describe('hostile words', () => {
  test.use({
    variant: {
      change: (seed) => {
        const { Opportunity = [], ...others } = seed.records
        const changed = Opportunity.map((row) =>
          row['Id'] === brightwater.id
            ? Object.assign({}, row, {
                NextStep: hostileWords[1],
                Description: hostileWords.join('\n'),
              })
            : row,
        )
        return { ...seed, records: { ...others, Opportunity: changed } }
      },
    },
  })

  test('a handoff of hostile words is written as words, sends nothing elsewhere and leaves no session behind', async ({
    org,
    openBrowser,
    profileDir,
  }) => {
    test.slow()
    const netLog = join(profileDir, 'net.json')
    const context = await openBrowser({ switches: netLogTo(netLog) })
    const origin = await extensionOrigin(context)
    const heard = listenTo(context)
    const page = await deskOf(org, context, ana.name)
    const panel = await openDraft(page)
    const words = [...hostileWords, marker].join('\n')
    await panel.getByRole('textbox', { name: 'What is not included' }).fill(words)
    await expect(panel.locator('body')).toContainText('Saved on this computer')
    const exported =
      await test.step('the rest of a day: popup, figures, settings, a new worker', () =>
        theRestOfADay(context, origin))
    await page.bringToFront()
    await submit(panel)
    const [handoff] = handoffs(org)
    expect(JSON.stringify(handoff)).toContain('onerror=alert(1)')
    await expect(panel.getByText(hostileWords[0] ?? '').first()).toBeVisible()
    expect(panelFrame(page)).toBeDefined()
    const secrets = await sessionsIn(context, org)

    for (const text of exported) heard.said.push(text)
    for (const { path } of org.calls.all()) heard.said.push(decodeURIComponent(path))
    await context.close()
    expect(heard.dialogs).toEqual([])
    expect(heard.violations).toEqual([])
    // What was looked at is what there was: the worker's calls are in the log, the words are on the disk.
    expect(hostsAskedBy(origin, netLog)).toEqual([org.hosts.my])
    expect(filesWith(profileDir, marker)).not.toEqual([])
    expect(secrets).toHaveLength(1)
    for (const secret of secrets) {
      expect(heard.said.filter((text) => text.includes(secret))).toEqual([])
      expect(filesWith(profileDir, secret)).toEqual([])
    }
    // What people write goes to Salesforce in bodies, and into their own export: into no address and no console.
    const aloud = heard.said.filter((text) => !exported.includes(text))
    expect(aloud.filter((text) => text.includes(marker))).toEqual([])
    expect(exported.some((text) => text.includes(marker))).toBe(true)
  })
})

const marker = 'Kestrel 4711 stays out of it'

/** The secret part of the session that Segue uses. That of Salesforce's pages goes through an address when they sign in. */
async function sessionsIn(context: BrowserContext, { hosts }: Org): Promise<readonly string[]> {
  const cookies = await context.cookies(`https://${hosts.my}/`)
  return cookies.flatMap(({ name, value }) => {
    const [, secret] = decodeURIComponent(value).split('!')
    return name === 'sid' && secret !== undefined ? [secret] : []
  })
}

/** Looks at everything else once, with a worker that is killed in between; what can be saved or copied there. */
async function theRestOfADay(context: BrowserContext, origin: string): Promise<readonly string[]> {
  const popup = await openPopup(context)
  await expect(popup.getByRole('heading').first()).toBeVisible()
  await stopWorker(popup)
  const page = await context.newPage()
  await page.goto(`${origin}/insights.html`)
  await expect(page.getByRole('tab').first()).toBeVisible()
  await page.goto(`${origin}/options.html`)
  await expect(page.getByText('All four are there, and you may see them')).toBeVisible()
  const health = await page.locator('body').innerText()
  await page.goto(`${origin}/options.html#privacy`)
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save my drafts as JSON' }).click()
  return [health, readFileSync(await (await saving).path(), 'utf8')]
}
