import { extensionOrigin, pressCommand } from '#demo/launch/browser.ts'
import { callsForTheDeal } from './calls.ts'
import { ana, brightwater } from './cast.ts'
import { hostileStart, inContentScript } from './hostile.ts'
import { dealAddress, deskOf, expect, openDraft, openPanel, test } from './stage.ts'

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
  const before = callsForTheDeal(org)

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
    expect(callsForTheDeal(org)).toEqual(before)
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
  const before = callsForTheDeal(org)
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
  expect(callsForTheDeal(org)).toEqual(before)
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
