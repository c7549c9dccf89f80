import { chromium, type BrowserContext, type Frame, type Page, type Worker } from '@playwright/test'
import type { Hosts } from '../org/hosts.ts'
import { Unusable } from '../org/unusable.ts'
import { findBrowser } from './set-up/find-browser.mjs'

/** How a browser is started beside the demo org. */
export interface BrowserOptions {
  /** The unpacked extension; null for a browser without any. */
  readonly extensionDir: string | null
  /** The port of the org's server. */
  readonly port: number
  /** The profile's folder; it keeps what the browser keeps. */
  readonly profileDir: string
  readonly headless: boolean
  readonly colorScheme?: 'light' | 'dark'
  readonly locale?: string
  /** More switches of Chromium's own. */
  readonly switches?: readonly string[]
  /** Switches of the driver's own that are left out, such as the one that forbids going back to a page as it was. */
  readonly without?: readonly string[]
}

/** Starts Chromium with the extension; Salesforce's hosts lead to the demo org's port. */
export async function launchBrowser(options: BrowserOptions): Promise<BrowserContext> {
  const { extensionDir, profileDir, port, headless } = options
  const path = chromiumPath()
  const starting = chromium.launchPersistentContext(profileDir, {
    executablePath: path,
    headless,
    viewport: headless ? { width: 1360, height: 860 } : null,
    colorScheme: options.colorScheme ?? 'light',
    ...(options.locale === undefined ? {} : { locale: options.locale }),
    ignoreDefaultArgs: ['--disable-extensions', ...(options.without ?? [])],
    ignoreHTTPSErrors: true,
    args: [
      ...(headless ? ['--headless=new'] : ['--start-maximized']),
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--ignore-certificate-errors',
      ...(options.switches ?? []),
      ...(extensionDir === null ? [] : loading(extensionDir)),
      `--host-resolver-rules=${['*.lightning.force.com', '*.my.salesforce.com']
        .map((host) => `MAP ${host}:443 127.0.0.1:${port}`)
        .join(', ')}`,
    ],
  })
  return starting.catch((error: unknown) => {
    throw new Unusable(`${path} could not be started.\n${saidBy(error)}`, { cause: error })
  })
}

/** What the browser itself has said, among all that its driver tells of it: `[pid=7][err] Missing X server`. */
function saidBy(error: unknown): string {
  const words = error instanceof Error ? error.message : String(error)
  const [headline = ''] = words.split('\n')
  const own = words.matchAll(/^\[pid=\d+\]\[err\] (.+)$/gm)
  return [headline, ...new Set([...own].flatMap(([, said = '']) => said))].slice(0, 10).join('\n')
}

function loading(extensionDir: string): readonly string[] {
  return [`--disable-extensions-except=${extensionDir}`, `--load-extension=${extensionDir}`]
}

/** The extension's service worker, once it runs. */
export async function extensionWorker(context: BrowserContext): Promise<Worker> {
  return context.serviceWorkers()[0] ?? context.waitForEvent('serviceworker')
}

/** The extension's own origin, such as `chrome-extension://abc`. */
export async function extensionOrigin(context: BrowserContext): Promise<string> {
  // Node knows no origin of this scheme.
  return `chrome-extension://${new URL((await extensionWorker(context)).url()).host}`
}

/** Signs a user in as people do: on the sign-in page of the org. */
export async function signIn(page: Page, hosts: Hosts, userName: string): Promise<void> {
  await page.goto(`https://${hosts.my}/`)
  // A browser that was killed may have kept its session: then the org leads on at once.
  if (new URL(page.url()).hostname === hosts.lightning) {
    if (await page.getByText(`Hello, ${userName}`).isVisible()) return
    await page.goto(`https://${hosts.lightning}/secur/logout.jsp`)
  }
  await page.getByRole('button', { name: userName }).click()
  await page.waitForURL(`https://${hosts.lightning}/**`)
}

/** Opens the popup as a page of its own. */
export async function openPopup(context: BrowserContext): Promise<Page> {
  const page = await context.newPage()
  await page.setViewportSize({ width: 400, height: 600 })
  await page.goto(`${await extensionOrigin(context)}/popup.html`)
  return page
}

/**
 * Presses the extension's command in the page's tab. Keys sent by a driver never reach the browser's
 * own shortcuts, so the event is given to the worker's listeners.
 */
export async function pressCommand(page: Page): Promise<void> {
  const worker = await extensionWorker(page.context())
  await page.bringToFront()
  await worker.evaluate(async (url) => {
    const tabs = await chrome.tabs.query({})
    const tab = tabs.find((one) => one.url === url)
    const { onCommand } = chrome.commands
    if (tab && 'dispatch' in onCommand && typeof onCommand.dispatch === 'function') {
      onCommand.dispatch('open-handoff', tab)
    }
  }, page.url())
}

const isPanel = (frame: Frame) => frame.url().endsWith('/panel.html')

/** The panel inside the page, once it is there. It hides in a closed shadow root, so frames are asked. */
export async function panelOf(page: Page): Promise<Frame> {
  return page.frames().find(isPanel) ?? page.waitForEvent('framenavigated', { predicate: isPanel })
}

/** Kills the extension's worker, as Chrome does to idle ones; the next event starts it again. */
export async function stopWorker(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('ServiceWorker.enable')
  await session.send('ServiceWorker.stopAllWorkers')
  await session.detach()
}

function chromiumPath(): string {
  const { path, trouble } = findBrowser()
  if (path === undefined) throw new Error(trouble ?? 'No Chromium was found.')
  return path
}
