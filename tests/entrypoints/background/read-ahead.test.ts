// @vitest-environment node
import { describe, expect, it, vi } from 'vitest'
import { hearOverlay, summonPanel } from '../../../entrypoints/background/overlay-news.ts'
import { acmeUsers, brightwater, orgInProcess } from '../../lib/salesforce/org-in-process.ts'
import { valueOf, workerInProcess } from './worker-in-process.ts'

const opportunityId = brightwater

/** A worker with a draft, and how the content script of Brightwater's tab says that a panel is on its way. */
async function withDraft() {
  const world = orgInProcess()
  world.browser.signIn(acmeUsers.ana)
  const worker = workerInProcess(world)
  const { ask, office, ports } = worker
  const url = `https://${world.org.lightningHost}/lightning/r/Opportunity/${brightwater}/view`
  await ask('context.read', { opportunityId, fresh: true })
  const { key: draftKey, revision } = valueOf(await ask('draft.start', { opportunityId }))
  let looks = 0
  ports.database.drafts.hook('reading', (draft) => {
    looks += 1
    return draft
  })
  return {
    ...worker,
    revision,
    tab: { id: 7, url },
    /** How often the draft was read from the disk. */
    looks: () => looks,
    comes: (tab = { id: 7, url }) =>
      hearOverlay(office, { overlay: 'panel-added', pass: 'one' }, tab),
    /** Which draft the panel is told of. */
    told: async () => (await ask('page.read', {})).here?.draft?.revision,
    changes: () => ask('draft.change', { draftKey, change: { unticked: ['next.step'] } }),
  }
}

describe('what a panel comes up with', () => {
  it('is read once, while its frame is on the way', async () => {
    const { comes, told, looks, revision } = await withDraft()
    await comes()
    await vi.waitFor(() => expect(looks()).toBe(1))
    expect(await told()).toBe(revision)
    expect(looks()).toBe(1)
  })

  it('is read anew for whoever asks again', async () => {
    const { comes, told, looks } = await withDraft()
    await comes()
    await told()
    await told()
    expect(looks()).toBe(2)
  })

  it('is never older than what was said to have changed', async () => {
    const { comes, changes, told, looks, revision } = await withDraft()
    await comes()
    await vi.waitFor(() => expect(looks()).toBe(1))
    await changes()
    expect(await told()).toBe(revision + 1)
  })

  it('is kept when the shortcut asks for the focus meanwhile', async () => {
    const { comes, told, looks, office, tab } = await withDraft()
    await comes()
    await summonPanel(office, tab)
    await told()
    expect(looks()).toBe(1)
  })

  it('is read for its own tab', async () => {
    const { comes, told, looks, tab } = await withDraft()
    await comes({ ...tab, id: 8 })
    await told()
    expect(looks()).toBe(2)
  })
})
