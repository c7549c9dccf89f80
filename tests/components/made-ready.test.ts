import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

type Listener = (message: unknown, sender: object) => void

const deals = { A: '006000000000001AAA', B: '006000000000002AAA' } as const

interface Worker {
  /** What comes with the page. */
  readonly here?: object | null
  /** What is said before the page is answered. */
  readonly meanwhile?: readonly object[]
}

const all = {
  context: { outcome: 'ok', value: null },
  draft: { key: 'draft-1' },
  outbox: [],
  policy: { set: [], unreadable: [], missing: [] },
  ownTemplates: [],
}

/** A panel's page that reads ahead, in a tab that shows a deal, and a worker that counts what it is asked. */
async function page({ here = all, meanwhile = [] }: Worker = {}) {
  vi.resetModules()
  const listeners: Listener[] = []
  const asked: string[] = []
  let shows: string = deals.A
  const sendMessage = async (message: { readonly request: string }) => {
    asked.push(message.request)
    if (message.request !== 'page.read') return { answer: null }
    for (const fact of meanwhile) for (const listener of listeners) listener(fact, {})
    return { answer: { host: null, opportunityId: shows, here } }
  }
  const onMessage = { addListener: (listener: Listener) => listeners.push(listener) }
  vi.stubGlobal('chrome', { runtime: { sendMessage, onMessage } })
  vi.stubGlobal('fetch', async (address: string) => {
    asked.push(address)
    return Response.json([])
  })
  const { readDealAhead } = await import('#components/hooks/read-ahead.ts')
  const { keepFresh } = await import('#components/hooks/use-facts.ts')
  const { keys, queries } = await import('#components/hooks/segue.ts')
  await readDealAhead()
  return {
    asked,
    goTo: (opportunityId: string) => {
      shows = opportunityId
      for (const listener of listeners) listener({ fact: 'page-changed', tabId: 1 }, {})
    },
    known: () => queries.getQueryData(keys.page),
    draft: () => queries.getQueryData(keys.draft(deals.A)),
    isDrawn: () => queries.getQueryCache().find({ queryKey: keys.page })?.isActive(),
    listeners: () => listeners.length,
    keepFresh,
  }
}

let panel: Awaited<ReturnType<typeof page>>
beforeEach(async () => {
  panel = await page()
})
afterEach(() => vi.unstubAllGlobals())

describe('a panel that is made ready and not shown', () => {
  it('has read all that it comes up with, and nothing that Salesforce is asked for', () => {
    expect(panel.asked.toSorted()).toEqual(['/templates.json', 'page.read'])
    expect(panel.draft()).toEqual({ key: 'draft-1' })
    expect(panel.isDrawn()).toBe(false)
  })

  it.each([
    ['did not come with the page', { here: null }],
    [
      'may be older than what was said meanwhile',
      { meanwhile: [{ fact: 'outbox-changed', operationKey: 'o', opportunityId: deals.A }] },
    ],
  ])('asks for what %s', async (_, worker) => {
    const { asked } = await page(worker)
    const asking = ['context.read', 'draft.read', 'outbox.read', 'policy.read', 'template.list']
    expect(asked).toEqual(expect.arrayContaining(asking))
  })

  it('asks again for draft and outbox where there is no draft: it may have been sent just now', async () => {
    const { asked } = await page({ here: { ...all, draft: null } })
    expect(asked).toEqual(expect.arrayContaining(['draft.read', 'outbox.read']))
    expect(asked).not.toContain('context.read')
  })

  it('forgets which deal its page showed once the page shows another', () => {
    expect(panel.known()).toMatchObject({ opportunityId: deals.A })
    panel.goTo(deals.B)
    expect(panel.known()).toBeUndefined()
  })

  it('hears each fact once, though it is mounted after it has read ahead', () => {
    panel.keepFresh()
    expect(panel.listeners()).toBe(1)
  })
})
