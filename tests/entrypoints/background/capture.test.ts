// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { TEXT_LIMIT } from '#lib/handoff/evidence-limits.ts'
import { capture, type Pressed } from '../../../entrypoints/background/capture.ts'
import { openNotice } from '../../../entrypoints/background/telling.ts'
import { acmeUsers, brightwater, callsOf } from '../../lib/salesforce/org-in-process.ts'
import { anaWithDraft } from './people-at-work.ts'
import { valueOf, workerInProcess } from './worker-in-process.ts'

const sahara = { opportunityId: '006Hs0000000CMNIA2', opportunityName: 'Sahara' }
const slack = 'https://acme.slack.example/archives/C7'
const pressed: Pressed = {
  menuItemId: 'capture',
  selectionText: 'They fear the freeze in March.',
  pageUrl: slack,
}

type Desk = Awaited<ReturnType<typeof anaWithDraft>>

/** Ana, who has used Segue in her org, and has another draft that she has not touched for a year. */
async function anaWithTwo() {
  const ana = await anaWithDraft()
  await ana.office.whereabouts.note(ana.world.org)
  const draft = await ana.office.drafts.get(ana.draftKey)
  if (!draft) throw new Error('There should be a draft.')
  const older = { key: 'older', updatedAt: '2025-11-23T12:00:00.000Z' }
  await ana.office.drafts.start({ ...draft, ...sahara, ...older })
  return ana
}

const keptWith = async ({ ask }: Pick<Desk, 'ask'>, draftKey: string) =>
  valueOf(await ask('evidence.list', { draftKey })).map(({ source }) => source)

const recordPage = ({ world }: Pick<Desk, 'world'>, opportunityId: string) =>
  `https://${world.org.lightningHost}/lightning/r/Opportunity/${opportunityId}/view`

describe('a selection on any page', () => {
  it('goes to the draft that was worked on last, with the way back to its page, and Salesforce is not asked', async () => {
    const ana = await anaWithTwo()
    callsOf(ana.world)
    await capture(ana.office, { ...pressed, pageUrl: `${slack}?token=abc` })
    expect(callsOf(ana.world)).toEqual([])
    expect(await keptWith(ana, ana.draftKey)).toEqual([
      {
        kind: 'text',
        label: 'Selected on acme.slack.example',
        format: 'pasted',
        url: slack,
        start: 'They fear the freeze in March.',
        characters: 30,
      },
    ])
    expect(await keptWith(ana, 'older')).toEqual([])
    expect(ana.facts).toContainEqual({ fact: 'evidence-changed', draftKey: ana.draftKey })
  })

  it.each(['capture', 'capture-shown'])(
    'goes to the draft of the deal that is in front of the user: %s',
    async (menuItemId) => {
      const ana = await anaWithTwo()
      const pageUrl = recordPage(ana, sahara.opportunityId)
      await capture(ana.office, { ...pressed, menuItemId, pageUrl, title: 'Sahara | Salesforce' })
      expect(await keptWith(ana, 'older')).toMatchObject([{ label: 'Sahara | Salesforce' }])
      expect(await keptWith(ana, ana.draftKey)).toEqual([])
    },
  )

  it('goes to the draft that was chosen by its name, whatever is in front of the user', async () => {
    const ana = await anaWithTwo()
    const pageUrl = recordPage(ana, brightwater)
    await capture(ana.office, { ...pressed, menuItemId: 'capture:older', pageUrl })
    expect(await keptWith(ana, 'older')).toHaveLength(1)
    expect(await keptWith(ana, ana.draftKey)).toEqual([])
  })

  it('is said to be added where it went, and a click on that opens the deal and does nothing else', async () => {
    const ana = await anaWithTwo()
    await capture(ana.office, pressed)
    const [notice] = ana.notices
    expect(notice).toMatchObject({
      title: 'Added to the handoff draft of Brightwater Logistics – Planning Platform 2027',
      message: 'It is under “History and evidence”, “From elsewhere”, on this computer only.',
    })
    const facts = ana.facts.length
    await openNotice(ana.office, notice?.id ?? '')
    expect(ana.opened).toEqual([expect.stringContaining(`/lightning/r/${brightwater}/view`)])
    expect(ana.facts).toHaveLength(facts)
  })

  it('is added without a word where the user wants none, and without a name where none is wanted', async () => {
    const ana = await anaWithTwo()
    await ana.ask('notifications.change', { change: { names: false } })
    await capture(ana.office, pressed)
    expect(ana.notices.map(({ title }) => title)).toEqual(['Added to a handoff draft'])
    await ana.ask('notifications.change', { change: { captured: false } })
    await capture(ana.office, pressed)
    expect(ana.notices).toHaveLength(1)
    expect(await keptWith(ana, ana.draftKey)).toHaveLength(2)
  })

  it('that is too long is kept in part, and says so', async () => {
    const ana = await anaWithTwo()
    await capture(ana.office, { ...pressed, selectionText: 'word '.repeat(TEXT_LIMIT / 4) })
    expect(ana.notices[0]?.message).toBe(
      'It was too long: its first 1,000,000 of 1,250,000 characters were kept. Select the rest and add it too.',
    )
  })
})

describe('a selection that cannot be added', () => {
  const missed = (ana: Desk) =>
    ana.notices.map(({ title, message }) =>
      title === 'The selected text was not added' ? message : title,
    )

  it('says that there is no draft, and what to do, also where being told of success is turned off', async () => {
    const ana = await anaWithDraft()
    await ana.office.whereabouts.note(ana.world.org)
    await ana.ask('draft.discard', { draftKey: ana.draftKey })
    await ana.ask('notifications.change', { change: { captured: false } })
    await capture(ana.office, pressed)
    expect(missed(ana)).toEqual([
      'There is no handoff draft on this computer. Start one on the opportunity’s page, then add the text again.',
    ])
  })

  it('goes to no other deal’s draft where the deal shown has none; a click opens that deal', async () => {
    const ana = await anaWithTwo()
    const pageUrl = recordPage(ana, '006Hs0000000CMPIA2')
    await capture(ana.office, { ...pressed, pageUrl })
    expect(missed(ana)).toEqual([
      'This opportunity has no handoff draft. Start one here, then add the text again.',
    ])
    expect(ana.notices[0]?.id).toContain('|006Hs0000000CMPIA2|')
    for (const key of [ana.draftKey, 'older']) expect(await keptWith(ana, key)).toEqual([])
  })

  it.each([
    ['nobody is signed in', (ana: Desk) => ana.world.browser.signOut(), /not signed in/],
    [
      'the company allows other orgs only',
      (ana: Desk) => Object.assign(ana.browser.managed, { allowedOrgs: [] }),
      /Your company does not allow Segue in this org/,
    ],
    [
      'somebody else is signed in',
      (ana: Desk) => ana.world.browser.signIn(acmeUsers.mara),
      /another user’s/,
    ],
  ])('where %s', async (_, change, words) => {
    const ana = await anaWithTwo()
    change(ana)
    await capture(ana.office, { ...pressed, menuItemId: `capture:${ana.draftKey}` })
    expect(missed(ana)).toEqual([expect.stringMatching(words)])
    expect(await ana.ports.database.sources.count()).toBe(0)
  })

  it('where no org was ever seen', async () => {
    const ana = await anaWithDraft()
    await ana.ports.settings.remove('last-org')
    await capture(ana.office, pressed)
    expect(missed(ana)).toEqual([expect.stringMatching(/^Segue does not know yet which org/)])
  })

  it('where the draft was sent meanwhile, which the menu names no more then', async () => {
    const ana = await anaWithTwo()
    await ana.submit()
    await ana.settled()
    await capture(ana.office, { ...pressed, menuItemId: `capture:${ana.draftKey}` })
    expect(missed(ana)).toEqual([expect.stringMatching(/^That draft is not here any more/)])
    expect(ana.menus.at(-1)?.map(({ id }) => id)).toEqual(['capture:older'])
  })

  it('where the disk is full, and is added when there is room again', async () => {
    const ana = await anaWithTwo()
    const state = { isFull: true }
    ana.ports.database.use({
      stack: 'dbcore',
      name: 'full-disk',
      create: (core) => ({
        ...core,
        table: (table) => {
          const own = core.table(table)
          const full = () => Promise.reject(new DOMException('', 'QuotaExceededError'))
          return { ...own, mutate: (asked) => (state.isFull ? full() : own.mutate(asked)) }
        },
      }),
    })
    ana.ports.database.close({ disableAutoOpen: false })
    await ana.ports.database.open()
    await capture(ana.office, pressed)
    expect(missed(ana)).toEqual([
      'This computer has no room left. When that is mended, add the text again.',
    ])
    state.isFull = false
    await capture(ana.office, pressed)
    expect(await keptWith(ana, ana.draftKey)).toHaveLength(1)
  })

  it('where the entry is none of ours, nothing happens', async () => {
    const ana = await anaWithTwo()
    await capture(ana.office, { ...pressed, menuItemId: 'other' })
    expect(ana.notices).toEqual([])
  })
})

it('a worker that was just started adds it too, as who Salesforce says is signed in', async () => {
  const ana = await anaWithTwo()
  ana.browser.memory.clear()
  const next = workerInProcess(ana.world, ana.browser)
  await capture(next.office, pressed)
  expect(await keptWith(next, ana.draftKey)).toHaveLength(1)
})
