import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { crossings, requests } from '#lib/messaging/all-requests.ts'
import { type Answering, type Caller, routeTo } from '#lib/messaging/router.ts'

const origin = 'chrome-extension://abcdefghijklmnop'
const panel = {
  origin,
  tab: { id: 7, url: 'https://acme.lightning.force.com/lightning/page/home' },
}

const broken = () => Promise.reject(new Error('broken'))

/** A worker in which nothing works. */
const silent: Answering = {
  'page.read': broken,
  'identity.read': broken,
  'context.read': broken,
  'context.offered': broken,
  'deals.find': broken,
  'deals.begin': broken,
  'deals.read': broken,
  'deals.templates': broken,
  'draft.read': broken,
  'draft.start': broken,
  'draft.answer': broken,
  'draft.retype': broken,
  'choice.read': broken,
  'choice.take': broken,
  'choice.revert': broken,
  'draft.change': broken,
  'draft.refresh': broken,
  'draft.discard': broken,
  'draft.restore': broken,
  'draft.astray': broken,
  'draft.retarget': broken,
  'users.search': broken,
  'users.contacts': broken,
  'template.list': broken,
  'template.read': broken,
  'template.import': broken,
  'template.surroundings': broken,
  'template.status': broken,
  'template.remove': broken,
  'mapping.read': broken,
  'mapping.keep': broken,
  'template.deals': broken,
  'template.try': broken,
  'leaving.people': broken,
  'leaving.book': broken,
  'leaving.blanks': broken,
  'install.names': broken,
  'install.name': broken,
  'handoff.submit': broken,
  'handoff.accept': broken,
  'handoff.decline': broken,
  'handoff.withdraw': broken,
  'packet.view': broken,
  'packet.review': broken,
  'handoff.ask': broken,
  'handoff.reply': broken,
  'handoff.verdict': broken,
  'handoff.comment': broken,
  'handoff.remind': broken,
  'handoff.resolve': broken,
  'handoff.promise': broken,
  'handoff.surprise': broken,
  'handoff.outcome': broken,
  'handoff.trace': broken,
  'handoff.rate': broken,
  'handoff.pulse': broken,
  'transfer.look': broken,
  'transfer.do': broken,
  'transfer.put-back': broken,
  'transfer.undo': broken,
  'transfer.outcome': broken,
  'outbox.read': broken,
  'outbox.retry': broken,
  'outbox.resolve': broken,
  'handoff.reassign': broken,
  'handoff.cancel': broken,
  'handoff.complete': broken,
  'storage.read': broken,
  'storage.seen': broken,
  'storage.retry': broken,
  'overview.read': broken,
  'transition.phases': broken,
  'transition.effective': broken,
  'transition.rearrange': broken,
  'transition.milestone': broken,
  'transition.contact': broken,
  'transition.no-meeting': broken,
  'transition.meet': broken,
  'users.calendars': broken,
  'users.access': broken,
  'card.read': broken,
  'card.close': broken,
  'card.show': broken,
  'handoff.repeat': broken,
  'handoff.friction': broken,
  'notifications.read': broken,
  'notifications.change': broken,
  'inbox.gate': broken,
  'inbox.refresh': broken,
  'inbox.read': broken,
  'evidence.add': broken,
  'evidence.elsewhere': broken,
  'evidence.list': broken,
  'evidence.read': broken,
  'evidence.remove': broken,
  'evidence.restore': broken,
  'history.read': broken,
  'history.text': broken,
  'privacy.export': broken,
  'privacy.forget': broken,
  'privacy.read': broken,
  'policy.read': broken,
  'doctor.read': broken,
  'install.begin': broken,
  'install.read': broken,
  'install.assign': broken,
  'install.people': broken,
  'sign-in.begin': broken,
  'sign-in.choose': broken,
  'sign-in.end': broken,
  'sign-in.read': broken,
  'record.open': broken,
  'panel.aim': broken,
  'panel.close': broken,
  'panel.width': broken,
  'shortcut.read': broken,
}

/** A worker that notes who asked what. */
function worker() {
  const asked: { params: unknown; caller: Caller }[] = []
  const answering: Answering = {
    ...silent,
    'page.read': async (params, caller) => {
      asked.push({ params, caller })
      return { opportunityId: null, host: 'acme.lightning.force.com', here: null }
    },
    'panel.width': async (params, caller) => {
      asked.push({ params, caller })
      return {}
    },
  }
  return {
    asked,
    route: routeTo(
      async () => ({ crossings, answering }),
      origin,
      async () => true,
    ),
  }
}

describe('a request', () => {
  it('of our own page is answered, with the tab as the browser names it', async () => {
    const { asked, route } = worker()
    const message = { request: 'page.read', params: {}, tab: { url: 'https://evil.example' } }
    expect(await route(message, panel)).toEqual({
      answer: { opportunityId: null, host: 'acme.lightning.force.com', here: null },
    })
    expect(asked).toEqual([
      { params: {}, caller: { tabId: 7, tabUrl: panel.tab.url, isFramed: false } },
    ])
  })

  it.each([
    { origin: 'https://acme.lightning.force.com', tab: panel.tab },
    { origin: 'chrome-extension://another' },
    { origin: 'null' },
    {},
  ])('from %j is not heard', (sender) => {
    const { asked, route } = worker()
    for (const request of Object.keys(requests)) {
      expect(route({ request, params: {} }, sender)).toBeNull()
    }
    expect(asked).toEqual([])
  })

  it('with wrong parameters reaches nobody', async () => {
    const { asked, route } = worker()
    const reply = await route({ request: 'panel.width', params: { width: 'wide' } }, panel)
    expect(reply).toHaveProperty('failure')
    expect(asked).toEqual([])
  })

  it('that fails for a bug says so and leaves the worker alive', async () => {
    const { route } = worker()
    expect(await route({ request: 'shortcut.read', params: {} }, panel)).toEqual({
      failure: 'shortcut.read: broken',
    })
    expect(await route({ request: 'page.read', params: {} }, panel)).toHaveProperty('answer')
  })

  it('that fails for a bug is a trouble where the surface has a state for one', async () => {
    const { route } = worker()
    expect(await route({ request: 'inbox.refresh', params: { isSeen: true } }, panel)).toEqual({
      answer: {
        outcome: 'trouble',
        trouble: { kind: 'unknown', detail: 'inbox.refresh: broken', fields: [] },
      },
    })
  })

  it('in any other shape is passed over', () => {
    const { asked, route } = worker()
    fc.assert(
      fc.property(fc.anything(), (message) => {
        expect(route(message, panel)).toBeNull()
      }),
    )
    expect(asked).toEqual([])
  })

  it('with random parameters is answered or refused, never thrown', async () => {
    const { route } = worker()
    const names = fc.constantFrom(...Object.keys(requests))
    await fc.assert(
      fc.asyncProperty(names, fc.anything(), async (request, params) => {
        const reply = await route({ request, params }, panel)
        expect(Object.keys(reply ?? {})).toHaveLength(1)
      }),
    )
  })
})
