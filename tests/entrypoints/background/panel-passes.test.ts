// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { routeTo } from '#lib/messaging/router.ts'
import { answering } from '../../../entrypoints/background/answering.ts'
import { hearOverlay } from '../../../entrypoints/background/overlay-news.ts'
import { acmeUsers, brightwater, orgInProcess } from '../../lib/salesforce/org-in-process.ts'
import { workerInProcess } from './worker-in-process.ts'

const origin = 'chrome-extension://segue'
const host = 'acme.lightning.force.com'
const url = `https://${host}/lightning/r/Opportunity/${brightwater}/view`
const nowhere = { answer: { opportunityId: null, host: null, here: null } }

/** A worker, and how a frame in a tab asks it which page it is on. */
function withFrames() {
  const world = orgInProcess()
  world.browser.signIn(acmeUsers.ana)
  const { office, ask: request } = workerInProcess(world)
  const route = routeTo(answering(office), origin, async () => true)
  const add = (pass: string, tabId = 7) =>
    hearOverlay(office, { overlay: 'panel-added', pass }, { id: tabId, url })
  const ask = (pass: string | undefined, tab = { id: 7, url }) => {
    const params = pass === undefined ? {} : { pass }
    return route({ request: 'page.read', params }, { origin, tab, frameId: 3 })
  }
  return { add, ask, forgetEverything: () => request('privacy.forget', { what: 'everything' }) }
}

describe('a frame of ours', () => {
  it('is told its page when the content script of its tab has made it', async () => {
    const { add, ask } = withFrames()
    await add('one')
    expect(await ask('one')).toMatchObject({ answer: { opportunityId: brightwater, host } })
  })

  it('is still told its page after everything on this computer was forgotten', async () => {
    const { add, ask, forgetEverything } = withFrames()
    await add('one')
    await forgetEverything()
    expect(await ask('one')).toMatchObject({ answer: { opportunityId: brightwater, host } })
  })

  it.each([{ pass: undefined }, { pass: '' }, { pass: 'guessed' }])(
    'is told nothing with the pass $pass',
    async ({ pass }) => {
      const { add, ask } = withFrames()
      await add('one')
      expect(await ask(pass)).toEqual(nowhere)
    },
  )

  it('is told nothing in another tab', async () => {
    const { add, ask } = withFrames()
    await add('one', 8)
    expect(await ask('one')).toEqual(nowhere)
  })

  it.each([
    'https://evilforce.com/lightning/r/Opportunity/006Hs0000000847IAA/view',
    'https://acme.lightning.force.com.evil.tld/lightning/r/006Hs0000000847IAA/view',
    'https://acme.my.site.com/s/opportunity/006Hs0000000847IAA',
    'https://acme--c.vf.force.com/apex/Page?id=006Hs0000000847IAA',
  ])('is told of no opportunity under %s', async (elsewhere) => {
    const { add, ask } = withFrames()
    await add('one')
    expect(await ask('one', { id: 7, url: elsewhere })).toEqual(nowhere)
  })

  it('is told its page though it comes up before the word about it', async () => {
    const { add, ask } = withFrames()
    const answer = ask('one')
    await add('one')
    expect(await answer).toMatchObject({ answer: { opportunityId: brightwater, host } })
  })

  it('loses its pass to no other frame that is added in the same moment', async () => {
    const { add, ask } = withFrames()
    await Promise.all([add('one'), add('two')])
    expect(await ask('one')).toMatchObject({ answer: { opportunityId: brightwater, host } })
    expect(await ask('two')).toMatchObject({ answer: { opportunityId: brightwater, host } })
  })

  it('stays ours when the user goes back to its page', async () => {
    const { add, ask } = withFrames()
    await add('one')
    await add('two')
    expect(await ask('one')).toMatchObject({ answer: { opportunityId: brightwater, host } })
  })
})
