// @vitest-environment node
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadOrgFolder } from '#demo/org/load-folder.ts'
import type { OrgSeedInput } from '#demo/org/seed.ts'
import { wholeId } from '#lib/salesforce/record-id.ts'
import {
  acmeSeed,
  acmeUsers,
  brightwater,
  callsOf,
  gatewayTo,
  orgInProcess,
  respond,
} from './org-in-process.ts'

const opportunityId = brightwater

async function anasHistory(change: (seed: OrgSeedInput) => void = () => {}) {
  const seed = acmeSeed()
  change(seed)
  const world = orgInProcess(seed)
  world.browser.signIn(acmeUsers.ana)
  const { gateway } = gatewayTo(world)
  await gateway.context(world.org, opportunityId)
  callsOf(world)
  const read = (page = 0) => gateway.history(world.org, { opportunityId, page })
  return { world, gateway, read }
}

describe('a deal’s history', () => {
  it('is read in one call, with every kind of thing in it', async () => {
    const { world, read } = await anasHistory()
    const { items, hidden, hasMore } = await read()
    expect(callsOf(world)).toEqual(['POST /services/data/v67.0/composite'])
    expect([...new Set(items.map(({ kind }) => kind))].toSorted()).toEqual([
      'call',
      'email',
      'meeting',
      'note',
      'owner',
      'stage',
      'task',
    ])
    expect({ hidden, hasMore }).toEqual({ hidden: [], hasMore: false })
  })

  it('names each change of stage and owner once', async () => {
    const { items } = await (await anasHistory()).read()
    const subjects = (kind: string) =>
      items.filter((item) => item.kind === kind).map(({ subject }) => subject)
    expect(subjects('owner')).toEqual(['Sam Okonkwo → Ana Ferreira'])
    expect(subjects('stage')).toHaveLength(9)
    expect(subjects('stage')).toContain('Negotiation/Review → Closed Won')
  })

  it('has the beginning of notes, and the whole of mails in HTML as text', async () => {
    const { world, gateway, read } = await anasHistory()
    const { items } = await read()
    const note = items.find(({ object }) => object === 'ContentNote')
    expect(note?.text).toContain('five lines on Friday')
    const mail = items.find(({ subject }) => subject === 'Depot calendars')
    expect(mail).toMatchObject({
      text: '',
      isCut: true,
      people: ['Inês Santos', expect.anything()],
    })
    const { text } = await gateway.historyText(world.org, {
      object: 'EmailMessage',
      id: mail?.id ?? '',
    })
    expect(text).toContain('own holiday calendar, Antwerp has two')
    expect(text).toContain('• Antwerp: BE and the port’s own')
    expect(text).not.toMatch(/[<>]|color/)
  })

  it('is read in pages when it is long', async () => {
    const { read } = await anasHistory((seed) => {
      const [first = {}] = seed.records?.['Task'] ?? []
      const many = Array.from({ length: 450 }, (_, at) => ({
        ...first,
        Id: wholeId(`00THs00001${String(at).padStart(5, '0')}`),
        WhatId: opportunityId,
      }))
      seed.records = { ...seed.records, Task: many }
    })
    const sizes: number[] = []
    for (const page of [0, 1, 2]) {
      const { items, hasMore } = await read(page)
      sizes.push(items.filter(({ object }) => object === 'Task').length)
      expect(hasMore).toBe(page < 2)
    }
    expect(sizes).toEqual([200, 200, 50])
  })

  it('says that mails are hidden where they cannot be asked for, and reads the rest', async () => {
    const { read, world } = await anasHistory()
    world.faults.push(async (request, pass) => {
      const answer: unknown = await (await pass(request)).json()
      return Response.json(withoutMails(answer))
    })
    const { items, hidden } = await read()
    expect(hidden).toEqual(['mails'])
    expect(items.some(({ kind }) => kind === 'call')).toBe(true)
    expect(items.some(({ object }) => object === 'EmailMessage')).toBe(false)
  })

  it('is read in another org without notes, mails and team, in its own language', async () => {
    const folder = join(import.meta.dirname, '../../../demo/orgs/nordwind')
    const world = orgInProcess(loadOrgFolder(folder))
    world.browser.signIn('005Nw00000004uNIAQ')
    const { gateway } = gatewayTo(world)
    const asked = { opportunityId: '006Nw00000006X8IAI', page: 0 }
    const { items, hidden } = await gateway.history(world.org, asked)
    expect(items.length).toBeGreaterThan(2)
    expect(hidden).toEqual([])
  })

  it('throws what Salesforce says when nothing of it can be read', async () => {
    const { read, world } = await anasHistory()
    world.faults.push(respond(403, [{ errorCode: 'REQUEST_LIMIT_EXCEEDED', message: 'Too much' }]))
    await expect(read()).rejects.toMatchObject({ kind: 'limit-reached' })
  })
})

/** The same answer as it comes to a user for whom mails do not exist. */
function withoutMails(answer: unknown): unknown {
  const text = JSON.stringify(answer, (_, value: unknown) => {
    const isMails =
      typeof value === 'object' &&
      value !== null &&
      'referenceId' in value &&
      value.referenceId === 'mails'
    const message = "sObject type 'EmailMessage' is not supported."
    return isMails
      ? { ...value, httpStatusCode: 400, body: [{ errorCode: 'INVALID_TYPE', message }] }
      : value
  })
  return JSON.parse(text)
}
