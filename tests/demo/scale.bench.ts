import { describe, expect, it } from 'vitest'
import { toLongId } from '#demo/org/ids.ts'
import { createOrg, type Org } from '#demo/org/org.ts'
import type { OrgSeedInput } from '#demo/org/seed.ts'

const DEALS = 10_000
const ACTIVITIES = 50_000
const SECOND = 1000
const GIGABYTE = 1e9

const rep = { id: toLongId('005Hu00000RepAA'), username: 'rep@big.example', name: 'Rita Rep' }
const other = { id: toLongId('005Hu00000RepBB'), username: 'other@big.example', name: 'Otto' }
const owners = [rep.id, other.id]

function recordId(prefix: string, index: number): string {
  return toLongId(`${prefix}Hu000${String(index).padStart(7, '0')}`)
}

const Opportunity = Array.from({ length: DEALS }, (_, index) => ({
  Id: recordId('006', index),
  Name: `Deal ${index}`,
  StageName: index % 5 === 0 ? 'Closed Won' : 'Prospecting',
  CloseDate: '2026-12-01',
  Amount: index,
  OwnerId: owners[index % 2],
}))
const Task = Array.from({ length: ACTIVITIES }, (_, index) => ({
  Id: recordId('00T', index),
  Subject: `Task ${index}`,
  WhatId: recordId('006', index % DEALS),
  OwnerId: owners[index % 2],
  Status: 'Not Started',
  Priority: 'Normal',
}))
const seed: OrgSeedInput = {
  org: {
    myDomain: 'big',
    users: [rep, other],
    sharing: { Opportunity: 'Private' },
    switches: { packageInstalled: false },
  },
  records: { Opportunity, Task },
}

function start(): Org {
  return createOrg(seed, { now: () => new Date('2026-11-23T12:00:00Z'), random: Math.random })
}

const queries = {
  'filtered by stage and amount':
    "SELECT Id, Name, Owner.Name FROM Opportunity WHERE StageName = 'Closed Won' AND Amount > 500 ORDER BY Amount DESC",
  'filtered by a text pattern': "SELECT Id FROM Opportunity WHERE Name LIKE '%99%'",
  'with their activities':
    'SELECT Id, (SELECT Subject FROM Tasks) FROM Opportunity WHERE Amount < 200',
}

describe('an org of 10,000 private opportunities and 50,000 activities', () => {
  it('takes under 1 GB', () => {
    const org = start()
    expect(org.state.store.table('Task').size()).toBe(ACTIVITIES)
    expect(process.memoryUsage().rss).toBeLessThan(GIGABYTE)
  })

  it('loads in under 5 s', async ({ bench }) => {
    const result = await bench('load', () => void start()).run({
      iterations: 3,
      time: 0,
      warmupIterations: 0,
      warmupTime: 0,
    })
    expect(result.latency.mean).toBeLessThan(5 * SECOND)
  })

  it.for(Object.entries(queries))(
    'answers opportunities %s in under 100 ms',
    async ([name, soql], { bench }) => {
      const org = start()
      const result = await bench(name, () => void org.as(rep.id).query(soql)).run()
      expect(result.latency.mean).toBeLessThan(100)
    },
  )
})
