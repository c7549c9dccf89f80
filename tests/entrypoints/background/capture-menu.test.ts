// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { entriesFor, meantBy, menuShown } from '../../../entrypoints/background/capture-entries.ts'
import { makeMenu, renewMenu } from '../../../entrypoints/background/capture-menu.ts'
import { hearOverlay } from '../../../entrypoints/background/overlay-news.ts'
import { hearCookie } from '../../../entrypoints/background/session-watch.ts'
import { acmeUsers, brightwater, callsOf } from '../../lib/salesforce/org-in-process.ts'
import { hostileWords } from '../../attacks/hostile-words.ts'
import { anaWithDraft } from './people-at-work.ts'
import { workerInProcess } from './worker-in-process.ts'

const draft = (key: string, opportunityName: string, updatedAt: string) => ({
  key,
  opportunityName,
  updatedAt,
})

const plainEntry = [{ id: 'capture', title: 'Add to handoff draft' }]

describe('the entries of the menu', () => {
  it('are one without a draft, and one that names the only draft', () => {
    expect(entriesFor([])).toEqual(plainEntry)
    expect(entriesFor([draft('a', 'Acme', '1')])).toEqual([
      { id: 'capture:a', title: 'Add to handoff draft: Acme' },
    ])
  })

  it('list the five drafts that were worked on last, and the deal shown where one can be', () => {
    const drafts = ['1', '7', '3', '5', '2', '6', '4'].map((at) => draft(at, `Deal ${at}`, at))
    const [parent, here, ...named] = entriesFor(drafts)
    expect([parent]).toEqual(plainEntry)
    expect(here).toMatchObject({ title: 'The opportunity shown', inside: 'capture' })
    expect(here?.pages?.every((page) => page.startsWith('https://*.lightning.force.com/'))).toBe(
      true,
    )
    expect(named.map(({ title }) => title)).toEqual(
      ['7', '6', '5', '4', '3'].map((at) => `Deal ${at}`),
    )
    expect(named.map(({ id }) => meantBy(id))).toContainEqual({ draft: 'named', key: '7' })
  })

  it.each([...hostileWords, 'R&D %s', '\u202Eevil', '', ' \n '])(
    'A17: name “%s” in plain words that mean nothing to a menu',
    (name) => {
      const [entry] = entriesFor([draft('a', name, '1')])
      expect(entry?.title).not.toMatch(/[<>\p{Cc}\u202E]|%s|(?<!&)&(?!&)/u)
      expect(entry?.title).toMatch(/^Add to handoff draft: \S/)
    },
  )

  it.each([
    ['R&D platform', /^R&&D platform$/],
    [`${'Brightwater '.repeat(9)}– Lyon`, /^Brightwater .* … .*– Lyon$/],
    [`${'Brightwater '.repeat(9)}– Oslo`, /^Brightwater .* … .*– Oslo$/],
    [`x${'🏭'.repeat(100)}`, /^[^\uD800-\uDFFF]*$/u],
  ])('name “%s” so that it can be told from others', (name, title) => {
    const named = entriesFor([draft('a', name, '1'), draft('b', 'Other', '0')])[2]?.title ?? ''
    expect(named).toMatch(title)
    expect(named.length).toBeLessThanOrEqual(75)
  })
})

describe('the menu', () => {
  it('names drafts as they come and go, and is left alone while they are written on', async () => {
    const ana = await anaWithDraft()
    await ana.office.whereabouts.note(ana.world.org)
    await renewMenu(ana.office)
    const named = [{ id: `capture:${ana.draftKey}`, title: expect.stringContaining('Brightwater') }]
    expect(ana.menus.at(-1)).toEqual(named)
    const shown = ana.menus.length
    await ana.ask('draft.change', { draftKey: ana.draftKey, change: { unticked: [] } })
    await renewMenu(ana.office)
    expect(ana.menus).toHaveLength(shown)
    await ana.ask('draft.discard', { draftKey: ana.draftKey })
    await expect.poll(() => ana.menus.at(-1)).toEqual(plainEntry)
  })

  it('asks Salesforce nothing, also when it is made as the browser starts', async () => {
    const ana = await anaWithDraft()
    await ana.office.whereabouts.note(ana.world.org)
    ana.browser.memory.clear()
    const next = workerInProcess(ana.world, ana.browser)
    callsOf(ana.world)
    await makeMenu(next.office)
    expect(next.menus).toEqual([plainEntry])
    expect(callsOf(ana.world)).toEqual([])
  })

  it('names nothing where the user wants no names on the desktop', async () => {
    const ana = await anaWithDraft()
    await ana.office.whereabouts.note(ana.world.org)
    await renewMenu(ana.office)
    await ana.ask('notifications.change', { change: { names: false } })
    await expect.poll(() => ana.menus.at(-1)).toEqual(plainEntry)
  })

  it('tells deals of the same name apart by their accounts', async () => {
    const ana = await anaWithDraft()
    await ana.office.whereabouts.note(ana.world.org)
    const first = await ana.office.drafts.get(ana.draftKey)
    if (!first) throw new Error('There should be a draft.')
    await ana.office.drafts.start({ ...first, key: 'other', opportunityId: '006Hs0000000CMNIA2' })
    await renewMenu(ana.office)
    const titles = ana.menus.at(-1)?.map(({ title }) => title)
    expect(titles).toContain(`${first.opportunityName} · Brightwater Logistics`)
    expect(titles).toContain(first.opportunityName)
  })

  it('tells deals of the same name and account apart, and those that only read the same', async () => {
    const ana = await anaWithDraft()
    await ana.office.whereabouts.note(ana.world.org)
    const first = await ana.office.drafts.get(ana.draftKey)
    if (!first) throw new Error('There should be a draft.')
    const others = ['006Hs0000000CMNIA2', '006Hs0000000CMPIA2']
    for (const [at, opportunityId] of others.entries())
      await ana.office.drafts.start({
        ...first,
        key: `other-${at}`,
        createdAt: `2026-0${at + 1}-05T12:00:00.000Z`,
        opportunityName: `<${first.opportunityName}`,
        opportunityId,
      })
    await renewMenu(ana.office)
    const titles = ana.menus.at(-1)?.map(({ title }) => title) ?? []
    expect(titles).toHaveLength(5)
    expect(new Set(titles).size).toBe(5)
    expect(titles).toContainEqual(expect.stringMatching(/ · begun 2026-01-05$/))
  })

  it('names no deal that is forgotten, nor does what is remembered of it', async () => {
    const ana = await anaWithDraft()
    await ana.office.whereabouts.note(ana.world.org)
    await renewMenu(ana.office)
    await ana.ask('privacy.forget', { what: 'deals', opportunityIds: [brightwater] })
    await expect.poll(() => ana.menus.at(-1)).toEqual(plainEntry)
    expect(await ana.browser.memory.get(menuShown)).not.toContain('Brightwater')
  })

  it('A47: names nothing of a user who has signed out, or of another one', async () => {
    const ana = await anaWithDraft()
    const { org } = ana.world
    await ana.office.whereabouts.note(org)
    await renewMenu(ana.office)
    const page = { id: 7, url: `https://${org.lightningHost}/lightning/page/home` }
    ana.world.browser.signIn(acmeUsers.mara)
    await hearOverlay(ana.office, { overlay: 'address-changed' }, page)
    await expect.poll(() => ana.menus.at(-1)).toEqual(plainEntry)
    ana.world.browser.signIn(acmeUsers.ana)
    await ana.office.gateway.identity(org)
    await renewMenu(ana.office)
    expect(ana.menus.at(-1)).not.toEqual(plainEntry)
    ana.world.browser.signOut()
    const cookie = { name: 'sid', domain: org.apiHost, value: 'gone' }
    await hearCookie(ana.office, { removed: true, cause: 'explicit', cookie })
    await expect.poll(() => ana.menus.at(-1)).toEqual(plainEntry)
  })
})
