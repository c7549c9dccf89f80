import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import type { BrowserContext } from '@playwright/test'
import { extensionOrigin, stopWorker, openPopup, pressCommand } from '#demo/launch/browser.ts'
import type { Org } from '#demo/org/org.ts'
import { hostileWords } from '../attacks/hostile-words.ts'
import { ana, brightwater } from './cast.ts'
import {
  filesWith,
  hostileStart,
  hostsAskedBy,
  inContentScript,
  listenTo,
  netLogTo,
} from './hostile.ts'
import { handoffs } from './holdings.ts'
import { submit } from './sending.ts'
import { dealAddress, deskOf, expect, openDraft, openPanel, panelFrame, test } from './stage.ts'

test('a hostile page reaches nothing of ours', async ({ org, openBrowser }) => {
  const context = await openBrowser()
  const page = await deskOf(org, context, ana.name)
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  await page.addInitScript(hostileStart)
  await page.goto(dealAddress(org, brightwater.id))
  const origin = await extensionOrigin(context)
  const panel = await openPanel(page)
  await expect(panel.getByRole('heading', { level: 1, name: brightwater.name })).toBeVisible()
  await panel.getByRole('button', { name: /^Close \(Esc/ }).click()
  const before = org.calls.all().length

  await test.step('its messages and synthetic presses are not heard', async () => {
    await page.evaluate(() => {
      for (const data of [
        { request: 'handoff.submit', params: {} },
        { overlay: 'panel-reopened' },
        { toOverlay: 'open-panel' },
        { type: 'wxt:content-script-started' },
      ]) {
        postMessage(data, '*')
        dispatchEvent(new MessageEvent('message', { data }))
        document.dispatchEvent(new CustomEvent('segue', { detail: data }))
      }
      const host = document.querySelector('html > div[popover]')
      const keys = { key: 'H', code: 'KeyH', altKey: true, shiftKey: true, bubbles: true }
      dispatchEvent(new KeyboardEvent('keydown', keys))
      host?.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }))
    })
    await expect(panel.getByRole('main')).toBeHidden()
    expect(org.calls.all().length).toBe(before)
  })

  await test.step('it finds no shadow root, no frame, no address of ours and no mark', async () => {
    const found = await page.evaluate(async (address) => {
      const host = document.querySelector('html > div[popover]')
      const answered = await fetch(`${address}/panel.html`).then(
        () => true,
        () => false,
      )
      const resources = performance.getEntriesByType('resource').map(({ name }) => name)
      return {
        root: host?.shadowRoot ?? null,
        marks: [...(host?.attributes ?? [])].map(({ name }) => name),
        frames: window.frames.length,
        iframes: document.querySelectorAll('iframe').length,
        ours: resources.filter(
          (name) => new URL(name, location.href).protocol === 'chrome-extension:',
        ),
        answered,
        globals: Object.keys(window).filter((name) => /segue|handoff/i.test(name)),
      }
    }, origin)
    expect(found).toEqual({
      root: null,
      marks: ['popover'],
      frames: 0,
      iframes: 0,
      ours: [],
      answered: false,
      globals: [],
    })
  })

  await test.step('a made-up record in the address opens nothing', async () => {
    await page.evaluate(() =>
      history.pushState({}, '', '/lightning/r/Opportunity/006Hs0000000847IAB/view'),
    )
    await pressCommand(page)
    await expect(panel.getByRole('main')).toBeHidden()
    await page.goBack()
  })

  await test.step('taken out, it comes back three times and makes no error', async () => {
    const back = await page.evaluate(async () => {
      let times = 0
      for (let tries = 0; tries < 10; tries += 1) {
        const host = document.querySelector('html > div[popover]')
        if (!host) break
        times += 1
        const copy = host.cloneNode(true)
        host.parentElement?.append(copy)
        copy.parentNode?.removeChild(copy)
        host.remove()
        await new Promise((resolve) => requestAnimationFrame(resolve))
      }
      return times
    })
    expect(back).toBe(4)
  })
  expect(errors).toEqual([])
})

test('a content script gets no data, no storage and no effect', async ({ rep, org }) => {
  await openDraft(rep)
  const origin = await extensionOrigin(rep.context())
  const before = org.calls.all().length
  const requests = [
    'identity.read',
    'draft.read',
    'handoff.submit',
    'privacy.export',
    'sign-in.read',
  ]
  const asked = await inContentScript(
    rep,
    origin,
    `Promise.all(${JSON.stringify(requests)}.map((request) => Promise.race([
      chrome.runtime.sendMessage({ request, params: { opportunityId: '${brightwater.id}' } })
        .then((answer) => answer ?? 'nothing', () => 'nothing'),
      new Promise((resolve) => setTimeout(resolve, 1500, 'nothing')),
    ])))`,
  )
  expect(asked).toEqual(requests.map(() => 'nothing'))
  const read = await inContentScript(
    rep,
    origin,
    `Promise.all(['local', 'session', 'managed'].map(async (area) => {
      try { return Object.keys(await chrome.storage[area].get(null)).length } catch { return 'closed' }
    }))`,
  )
  expect(read).toEqual(['closed', 'closed', expect.anything()])
  const opened = await inContentScript(
    rep,
    origin,
    `(() => {
      const host = document.querySelector('html > div[popover]')
      const frame = chrome.dom.openOrClosedShadowRoot(host).querySelector('iframe')
      return { document: frame.contentDocument, name: typeof frame.name }
    })()`,
  )
  expect(opened).toEqual({ document: null, name: 'string' })
  expect(org.calls.all().length).toBe(before)
})

test('a page that frames the panel shows nothing of it', async ({ rep, org }) => {
  const leaked = (await openPanel(rep)).url()
  const fixed = `${await extensionOrigin(rep.context())}/panel.html`
  const context = rep.context()
  for (const at of [
    'https://evil.example/',
    `https://evil.${org.hosts.lightning}/`,
    'https://evil.lightning.force.com/apex/page',
  ]) {
    for (const address of [leaked, fixed]) {
      await test.step(`${at} frames ${address === fixed ? 'the fixed' : 'a leaked'} address`, async () => {
        const page = await context.newPage()
        await page.route(at, (route) =>
          route.fulfill({
            contentType: 'text/html',
            body: `<iframe src="${address}" width="400" height="400"></iframe>`,
          }),
        )
        await page.goto(at)
        await expect.poll(() => page.frames().length).toBe(2)
        const frame = page.frames().find((each) => each !== page.mainFrame())
        const shown = async () => {
          const isOurs = frame?.url().startsWith('chrome-extension:') ?? false
          return isOurs ? ((await frame?.locator('body').innerText()) ?? '') : 'blocked'
        }
        await expect.poll(shown).toMatch(/^(blocked|No opportunity here[^]*)$/)
        await page.close()
      })
    }
  }
})

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
    await submit(panel)
    const [handoff] = handoffs(org)
    expect(JSON.stringify(handoff)).toContain('onerror=alert(1)')
    await expect(panel.getByText(hostileWords[0] ?? '').first()).toBeVisible()
    expect(panelFrame(page)).toBeDefined()
    const secrets = await sessionsIn(context, org)

    const exported =
      await test.step('the rest of a day: popup, figures, settings, a new worker', () =>
        theRestOfADay(context))
    for (const text of exported) heard.said.push(text)
    for (const { path } of org.calls.all()) heard.said.push(decodeURIComponent(path))
    await context.close()
    expect(heard.dialogs).toEqual([])
    expect(heard.violations).toEqual([])
    // What was looked at is what there was: the worker's calls are in the log, the words are on the disk.
    expect(hostsAskedBy(origin, netLog)).toEqual([org.hosts.my])
    expect(filesWith(profileDir, marker)).not.toEqual([])
    expect(secrets).toHaveLength(2)
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

/** The secret part of each session that the browser has with the org: that of the API and that of the pages. */
async function sessionsIn(context: BrowserContext, { hosts }: Org): Promise<readonly string[]> {
  const cookies = await context.cookies([`https://${hosts.my}/`, `https://${hosts.lightning}/`])
  return cookies.flatMap(({ name, value }) => {
    const [, secret] = decodeURIComponent(value).split('!')
    return name === 'sid' && secret !== undefined ? [secret] : []
  })
}

/** Looks at everything else once, with a worker that is killed in between; what can be saved or copied there. */
async function theRestOfADay(context: BrowserContext): Promise<readonly string[]> {
  const popup = await openPopup(context)
  await expect(popup.getByRole('list').first()).toBeVisible()
  await stopWorker(popup)
  const page = await context.newPage()
  const origin = new URL(popup.url()).origin
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
