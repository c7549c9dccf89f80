import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'

import { test as base, expect, type BrowserContext, type Frame, type Page } from '@playwright/test'
import { createApp } from '#demo/app.ts'
import { bringUpToDate } from '#demo/launch/bring-up-to-date.ts'
import {
  type BrowserOptions,
  extensionWorker,
  launchBrowser,
  pressCommand,
  signIn,
} from '#demo/launch/browser.ts'
import { selfSignedCertificate } from '#demo/launch/certificate.ts'
import { serveHttps } from '#demo/launch/https-server.ts'
import { loadOrgFolder } from '#demo/org/load-folder.ts'
import { createOrg, type Org } from '#demo/org/org.ts'
import type { OrgSeed } from '#demo/org/seed.ts'
import { createPages } from '#demo/pages/pages.ts'
import { ana, brightwater } from './cast.ts'

/** The production build; another folder can be named, so that a build under way disturbs no run. */
export const extensionDir = process.env['SEGUE_BUILD'] ?? '.output/chrome-mv3'

/** An org that answers over HTTPS. */
export interface Site {
  readonly org: Org
  readonly port: number
  readonly close: () => Promise<void>
}

/** Starts a browser with the extension; the same profile's folder keeps what the browser kept. */
export type OpenBrowser = (
  options?: Partial<
    Pick<BrowserOptions, 'profileDir' | 'colorScheme' | 'extensionDir' | 'switches' | 'without'>
  >,
) => Promise<BrowserContext>

interface Fixtures {
  /** What is different about the org in these tests. */
  readonly variant: { readonly change: (seed: OrgSeed) => OrgSeed }
  readonly site: Site
  readonly org: Org
  /** A folder that is removed after the test. */
  readonly profileDir: string
  readonly openBrowser: OpenBrowser
  /** Ana Ferreira on her deal, with the launcher in sight. */
  readonly rep: Page
}

const certificate = selfSignedCertificate(new Date())

/** Tests with an org of their own, a browser of their own, and Ana on her deal. */
export const test = base.extend<Fixtures>({
  variant: [{ change: (seed) => seed }, { option: true }],
  site: async ({ variant }, provide) => {
    const org = orgFrom(variant.change(loadOrgFolder('demo/orgs/acme')))
    const server = await serveHttps(createApp([org], createPages).fetch, await certificate, 0)
    await provide({ ...server, org })
    await server.close()
  },
  org: async ({ site }, provide) => provide(site.org),
  profileDir: async ({ site }, provide) => {
    const folder = await mkdtemp(join(tmpdir(), `segue-${site.port}-`))
    await provide(folder)
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  },
  openBrowser: async ({ site, profileDir }, provide) => {
    const opened: BrowserContext[] = []
    await provide(async (options = {}) => {
      const profile = join(profileDir, String(opened.length))
      const basics = { extensionDir, port: site.port, headless: true, profileDir: profile }
      const { context, worker } = await launched({ ...basics, ...options })
      // Who signs in before the worker listens is seen by its next look only, half a minute later.
      const listens = () => worker.evaluate(() => chrome.cookies.onChanged.hasListeners())
      await expect.poll(listens).toBe(true)
      opened.push(context)
      return context
    })
    await Promise.all(opened.map((context) => context.close()))
  },
  rep: async ({ org, openBrowser }, provide) => {
    await provide(await deskOf(org, await openBrowser(), ana.name))
  },
})

export { expect } from '@playwright/test'

/** How long a worker that starts with the browser may take, in milliseconds. */
const START = 20_000

/**
 * A browser whose worker the driver has seen. In a profile that was killed the driver now and then holds the worker
 * up for good while it attaches to it; then the browser is started once more.
 */
async function launched(options: BrowserOptions, again = 2) {
  const context = await launchBrowser(options)
  const late = new AbortController()
  const worker = await Promise.race([
    extensionWorker(context),
    after(START, null, { signal: late.signal }),
  ])
  late.abort()
  if (worker) return { context, worker }
  await context.close()
  if (again === 0) throw new Error('The extension’s worker did not start.')
  return launched(options, again - 1)
}

function orgFrom(seed: OrgSeed): Org {
  const writtenOn = String(seed.org['relativeTo'])
  const now = new Date().toISOString()
  const records = bringUpToDate(seed.records, writtenOn, now)
  return createOrg({ ...seed, records }, { now: () => new Date(), random: Math.random })
}

/** Signs somebody in and goes to the deal that is handed over. */
export async function deskOf(org: Org, context: BrowserContext, userName: string): Promise<Page> {
  const page = context.pages()[0] ?? (await context.newPage())
  await signIn(page, org.hosts, userName)
  await page.goto(dealAddress(org, brightwater.id))
  return page
}

/** The record page of an opportunity. */
export function dealAddress(org: Org, opportunityId: string): string {
  return `https://${org.hosts.lightning}/lightning/r/Opportunity/${opportunityId}/view`
}

/** Opens the draft of a deal in one more tab of the same browser. */
export async function openDraftBeside(page: Page, org: Org, opportunityId: string): Promise<Frame> {
  const beside = await page.context().newPage()
  // Another address of the same record: the driver tells tabs apart by their address.
  await beside.goto(dealAddress(org, opportunityId).replace('/Opportunity/', '/'))
  return openDraft(beside)
}

/** The panel in the page, if it was ever opened there. It is in a closed shadow root, so frames are asked. */
export function panelFrame(page: Page): Frame | undefined {
  return page.frames().find((frame) => frame.url().endsWith('/panel.html'))
}

/** Opens the panel by the command, as soon as the page listens. */
export async function openPanel(page: Page): Promise<Frame> {
  await expect(async () => {
    await pressCommand(page)
    expect(panelFrame(page)).toBeDefined()
  }).toPass()
  const frame = panelFrame(page)
  if (!frame) throw new Error('The panel went away at once.')
  return frame
}

/** Opens the panel and waits until it shows the draft. */
export async function openDraft(page: Page): Promise<Frame> {
  const panel = await openPanel(page)
  await expect(panel.getByRole('meter', { name: 'Completeness' })).toBeVisible({ timeout: 20_000 })
  return panel
}
