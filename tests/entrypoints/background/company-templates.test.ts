// @vitest-environment node
import { Buffer } from 'node:buffer'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { aeCsm } from '#lib/templates/ae-csm.ts'
import {
  acmeUsers,
  brightwater as opportunityId,
  type OrgInProcess,
  orgInProcess,
} from '../../lib/salesforce/org-in-process.ts'
import { workerInProcess } from './worker-in-process.ts'

/** The company's own version of a template. */
function own(over: object): string {
  return JSON.stringify({ ...aeCsm, key: 'acme', name: 'Acme handoff', ...over })
}

let world: OrgInProcess
let worker: ReturnType<typeof workerInProcess>
beforeEach(() => {
  world = orgInProcess()
  world.browser.signIn(acmeUsers.ana)
  worker = workerInProcess(world)
})

describe('templates that the company names by an address', () => {
  const address = 'https://acme.my.salesforce.com/resource/Segue_Acme'
  const HOUR = 3_600_000

  /** Puts a template into the org, as an admin does in Setup; gives its id. */
  function upload(text: string, id?: string): string {
    const admin = world.demo.as('005Hs0000000AjcIAE')
    const Body = Buffer.from(text).toString('base64')
    if (id !== undefined) admin.update('StaticResource', id, { Body })
    const ContentType = 'application/json'
    return id ?? admin.create('StaticResource', { Name: 'Segue_Acme', ContentType, Body })
  }
  function later(hours: number): void {
    world.clock.now += hours * HOUR
    world.browser.signIn(acmeUsers.ana)
  }
  const open = () => worker.ask('context.read', { opportunityId, fresh: true })
  const offered = async () => (await worker.office.shelf.known()).offered[0]?.name
  const missing = async () => (await worker.ask('policy.read', {})).missing
  const fileCalls = () =>
    world.demo.calls.all().filter(({ path }) => path.includes('StaticResource')).length

  it('are read in their org with the first deal, once a day, and are locked', async () => {
    const id = upload(own({ name: 'By the company' }))
    worker.browser.managed['templates'] = [{ url: address }]
    expect(await missing()).toEqual([address])
    await open()
    expect([await offered(), await missing()]).toEqual(['By the company', []])
    expect((await worker.ask('template.list', {}))[0]).toMatchObject({ isLocked: true })
    upload(own({ name: 'By the company, newer' }), id)
    later(23)
    await open()
    expect([await offered(), fileCalls()]).toEqual(['By the company', 2])
    later(1)
    await open()
    expect([await offered(), fileCalls()]).toEqual(['By the company, newer', 4])
  })

  it.each(['archived', 'draft'] as const)(
    'start no handoff while they say that they are %s, and are kept for drafts under way',
    async (status) => {
      const id = upload(own({}))
      worker.browser.managed['templates'] = [{ url: address }]
      await open()
      const started = await worker.ask('draft.start', { opportunityId })
      expect(started).toMatchObject({ value: { template: { key: 'acme' } } })
      upload(own({ status }), id)
      later(25)
      await open()
      expect(await offered()).not.toBe('Acme handoff')
      expect((await worker.ask('template.list', {}))[0]).toMatchObject({ key: 'acme', status })
      const draft = await worker.ask('draft.read', { opportunityId })
      expect(draft?.template).toEqual({ key: 'acme', version: '1.0.0' })
      expect(await worker.ask('template.read', { key: 'acme', version: '1.0.0' })).not.toBeNull()
    },
  )

  it.each([
    { what: 'no JSON', text: 'no JSON' },
    { what: 'no template', text: '{}' },
    { what: 'a faulty one', text: JSON.stringify({ ...aeCsm, sections: 'none' }) },
    { what: 'far too much', text: `${own({})}${' '.repeat(1_000_000)}` },
  ])('stay as they were while the address gives $what', async ({ text }) => {
    const id = upload(own({ name: 'By the company' }))
    worker.browser.managed['templates'] = [{ url: address }]
    await open()
    upload(text, id)
    later(25)
    await open()
    expect([await offered(), await missing()]).toEqual(['By the company', [address]])
    upload(own({ name: 'Mended' }), id)
    later(1)
    await open()
    expect([await offered(), await missing()]).toEqual(['Mended', []])
  })

  it('cost no call where none is named, and keep nobody from opening a deal where one is not there', async () => {
    await open()
    expect(fileCalls()).toBe(0)
    later(1)
    worker.browser.managed['templates'] = [{ url: address }]
    expect((await open()).outcome).toBe('ok')
    expect(fileCalls()).toBe(1)
    expect(await missing()).toEqual([address])
  })

  it.each([
    'https://evil.example/template.json',
    'https://other.my.salesforce.com/resource/Segue_Acme',
    'https://acme.my.salesforce.com.evil.example/resource/Segue_Acme',
    'https://acme.my.salesforce.com/secur/logout.jsp',
    '/resource/Segue_Acme',
  ])('are never fetched from %s', async (url) => {
    const asked = vi.spyOn(world, 'fetch')
    upload(own({}))
    worker.browser.managed['templates'] = [{ url }]
    await open()
    expect(await missing()).toEqual([url])
    const hosts = new Set(asked.mock.calls.map(([called]) => new URL(called).host))
    expect([...hosts].filter((host) => host !== 'acme.my.salesforce.com')).toEqual([])
    expect(fileCalls()).toBe(0)
  })
})

it('a template that the company gives whole and that cannot be used is named by its beginning', async () => {
  worker.browser.managed['templates'] = [{ template: own({}) }, { template: '{"key": "acme",}' }]
  expect((await worker.ask('policy.read', {})).missing).toEqual(['{"key": "acme",}'])
})

it('a template of another one’s under the same key is said not to be offered: the company’s own stands alone', async () => {
  await worker.ask('template.import', { text: own({ version: '9.0.0' }) })
  worker.browser.managed['templates'] = [{ template: own({}) }, { template: own({ key: 'ours' }) }]
  const listed = await worker.ask('template.list', {})
  expect(listed.filter(({ isLeftOut }) => isLeftOut)).toMatchObject([
    { key: 'acme', version: '9.0.0', from: 'import' },
  ])
})
