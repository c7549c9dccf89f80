import { readFileSync } from 'node:fs'

import type { Frame, Page } from '@playwright/test'
import { pressCommand } from '#demo/launch/browser.ts'
import { pressOnPage, type Spot, spotOf } from '#demo/launch/closed-roots.ts'
import { brightwater, sahara } from './cast.ts'
import { untilIdle } from './until-idle.ts'
import { dealAddress, expect, openDraft, openPanel, panelFrame, test } from './stage.ts'

const shortId = brightwater.id.slice(0, 15)

/** The addresses under which Lightning shows a record of this deal. */
const recordPages = [
  { what: 'the record', path: `/lightning/r/Opportunity/${brightwater.id}/view` },
  { what: 'an id of 15 characters', path: `/lightning/r/Opportunity/${shortId}/view` },
  { what: 'an address without the object', path: `/lightning/r/${shortId}/view` },
  {
    what: 'a subtab of the console',
    path: `/lightning/r/Opportunity/${shortId}/view?ws=%2Flightning%2Fr%2FAccount%2F001Hs00000006O7IAI%2Fview`,
  },
  { what: 'the edit page', path: `/lightning/r/Opportunity/${shortId}/edit` },
  {
    what: 'a related list',
    path: `/lightning/r/Opportunity/${shortId}/related/OpportunityContactRoles/view`,
  },
  {
    what: 'a dialog over the record',
    path: `/lightning/o/Contact/new?count=1&backgroundContext=%2Flightning%2Fr%2FOpportunity%2F${shortId}%2Fview`,
  },
  { what: 'a record within an app', path: `/lightning/app/c__Desk/r/Opportunity/${shortId}/view` },
  {
    what: 'a dialog that changes another record, over the record',
    path: `/lightning/r/Account/001Hs00000006O7IAI/edit?navigationLocation=LOOKUP&backgroundContext=%2Flightning%2Fr%2FOpportunity%2F${shortId}%2Fview`,
  },
  { what: 'the hash of one.app', path: `/one/one.app#/sObject/${shortId}/view` },
]

const otherPages = [
  { what: 'a list', path: '/lightning/o/Opportunity/list?filterName=Recent' },
  { what: 'the home of opportunities', path: '/lightning/o/Opportunity/home' },
  { what: 'the pipeline', path: '/lightning/o/Opportunity/pipelineInspection?filterName=x' },
  { what: 'an account', path: '/lightning/r/Account/001Hs00000006O7IAI/view' },
  { what: 'a line item', path: `/lightning/r/OpportunityLineItem/${lineItemId()}/view` },
]

test('the panel opens on every address of an opportunity', async ({ rep, org }) => {
  for (const { what, path } of recordPages) {
    await test.step(what, async () => {
      await rep.goto('about:blank')
      await rep.goto(`https://${org.hosts.lightning}${path}`)
      const panel = await openPanel(rep)
      await expect(panel.getByRole('heading', { level: 1, name: brightwater.name })).toBeVisible()
    })
  }
})

test('nothing of ours is on pages that show no opportunity', async ({ rep, org }) => {
  for (const { what, path } of otherPages) {
    await test.step(what, async () => {
      await rep.goto(`https://${org.hosts.lightning}${path}`)
      await expect(rep.getByRole('navigation').first()).toBeVisible()
      await pressCommand(rep)
      expect(panelFrame(rep)).toBeUndefined()
    })
  }
  await rep.goto(dealAddress(org, brightwater.id))
  await spotOf(rep, 'button', /^handoff/i)
})

test('the button on the page opens the panel, with the focus in the first missing answer', async ({
  rep,
}) => {
  await pressOnPage(rep, 'button', /^handoff/i)
  await expect.poll(() => panelFrame(rep)).toBeDefined()
  const panel = await openPanel(rep)
  const first = panel.getByRole('textbox', { name: 'Non-standard terms and discounts' })
  await expect(first).toBeFocused()
  await expect(first).toBeInViewport({ ratio: 1 })
})

test('a pointer that rests on the button makes the panel ready; it draws nothing before the press', async ({
  rep,
}) => {
  const { x, y } = await spotOf(rep, 'button', /^handoff/i)
  const panel = await restAt(rep, { x, y })
  await expect(panel.locator('#root')).toBeEmpty()
  expect(await panel.evaluate(() => innerWidth)).toBe(0)
  await rep.mouse.click(x, y)
  await expect(
    panel.getByRole('textbox', { name: 'Non-standard terms and discounts' }),
  ).toBeFocused()
  expect(rep.frames().filter((frame) => frame.url().endsWith('/panel.html'))).toHaveLength(1)
})

test('a panel that was made ready on one deal comes up with the deal that is open when it is pressed', async ({
  rep,
}) => {
  const spot = await spotOf(rep, 'button', /^handoff/i)
  const panel = await restAt(rep, spot)
  await panel.evaluate(() => {
    const { dataset } = document.documentElement
    dataset['drawn'] = ''
    new MutationObserver(() => (dataset['drawn'] += document.body.innerText)).observe(document, {
      subtree: true,
      childList: true,
      characterData: true,
    })
  })
  await goWithin(rep, `/lightning/r/Opportunity/${sahara.id}/view`)
  await untilIdle(rep)
  await pressOnPage(rep, 'button', /^handoff/i)
  await expect(panel.getByRole('heading', { level: 1, name: sahara.name })).toBeVisible()
  const drawn = panel.locator('html')
  await expect(drawn).toHaveAttribute('data-drawn', new RegExp(sahara.name))
  await expect(drawn).not.toHaveAttribute('data-drawn', new RegExp(brightwater.name))
})

test('Esc closes the panel and gives the focus back to where it was on the page', async ({
  rep,
}) => {
  const search = rep.getByRole('searchbox').first()
  await search.focus()
  const panel = await openDraft(rep)
  await expect(panel.getByRole('textbox', { name: 'Non-standard terms' })).toBeFocused()
  await rep.keyboard.press('Escape')
  await expect(panel.getByRole('main')).toBeHidden()
  await expect(search).toBeFocused()
})

test('the keys go to the panel when it opens, also where there is nothing to write', async ({
  rep,
  org,
}) => {
  await rep.context().clearCookies({ domain: org.hosts.my })
  const panel = await openPanel(rep)
  await expect(panel.getByRole('link', { name: 'Sign in' })).toBeFocused()
  expect(await panel.evaluate(() => document.hasFocus())).toBe(true)
})

test('the close button closes the panel and the button on the page is back', async ({ rep }) => {
  const panel = await openDraft(rep)
  await panel.getByRole('button', { name: /^Close \(Esc/ }).click()
  await expect(panel.getByRole('main')).toBeHidden()
  await pressOnPage(rep, 'button', /^handoff/i)
  await expect(panel.getByRole('main')).toBeVisible()
})

test('keys typed in the panel never reach the shortcuts of the page', async ({ rep }) => {
  const panel = await openDraft(rep)
  const heard = await keysHeard(rep)
  const address = rep.url()
  const box = panel.getByRole('textbox', { name: 'What is not included' })
  await box.click()
  await rep.keyboard.type('gh / go nowhere')
  await expect(box).toHaveValue('gh / go nowhere')
  expect(await keysHeard(rep)).toBe(heard)
  expect(rep.url()).toBe(address)
})

test('going to a page without a deal closes the panel', async ({ rep }) => {
  const panel = await openDraft(rep)
  await goWithin(rep, '/lightning/o/Opportunity/list?filterName=Recent')
  await expect(panel.getByRole('main')).toBeHidden()
})

test('the panel is as wide on the next page as the user has made it', async ({ rep, org }) => {
  const panel = await openPanel(rep)
  const edge = panel.getByRole('slider', { name: 'Width of the panel' })
  await edge.focus()
  await edge.press('End')
  await expect.poll(() => widthOf(panel)).toBe(640)
  await rep.goto(dealAddress(org, sahara.id))
  const next = await openPanel(rep)
  await expect.poll(() => widthOf(next)).toBe(640)
})

test('going to another deal swaps what the panel shows', async ({ rep }) => {
  const panel = await openDraft(rep)
  await panel.getByRole('textbox', { name: 'What is not included' }).fill('Only for Brightwater.')
  await goWithin(rep, `/lightning/r/Opportunity/${sahara.id}/view`)
  await expect(panel.getByRole('heading', { level: 1, name: sahara.name })).toBeVisible()
  await expect(panel.getByRole('textbox', { name: 'What is not included' })).toHaveValue('')
  await rep.goBack()
  await expect(panel.getByRole('heading', { level: 1, name: brightwater.name })).toBeVisible()
  await expect(panel.getByRole('textbox', { name: 'What is not included' })).toHaveValue(
    'Only for Brightwater.',
  )
})

/** Follows a link of the page's own, without loading a new document. */
async function goWithin(page: Page, path: string): Promise<void> {
  await page.evaluate((href) => {
    const link = document.createElement('a')
    link.href = href
    document.body.append(link)
    link.click()
    link.remove()
  }, path)
  await page.waitForURL(`**${path}`)
}

/** Lets the pointer rest there until the panel's frame has come up, unseen. */
async function restAt(page: Page, { x, y }: Spot): Promise<Frame> {
  await page.mouse.move(x, y)
  await expect.poll(() => panelFrame(page)).toBeDefined()
  const panel = panelFrame(page) ?? page.mainFrame()
  await panel.waitForLoadState('load')
  return panel
}

function keysHeard(page: Page): Promise<string | undefined> {
  return page.evaluate(() => document.documentElement.dataset['keys'])
}

function lineItemId(): string {
  const file = 'demo/orgs/acme/records/OpportunityLineItem.json'
  return /"Id": "(\w{18})"/.exec(readFileSync(file, 'utf8'))?.[1] ?? ''
}

const widthOf = (panel: Frame): Promise<number> => panel.evaluate(() => innerWidth)
