import { describe, expect, it } from 'vitest'
import { differences, isObject, type KnownIds, learnIds, translated } from './likeness.ts'
import { orgUnderTest } from './org-under-test.ts'
import { plainOrg } from './plain-org.ts'
import { conversations, type Exchange } from './recording.ts'

type Records = Record<string, Record<string, unknown>[]>

/** What stood in the recorded org before the conversation began. */
const before: Readonly<Record<string, Records>> = {
  'TestCountSObjects.test_count_sobjects_simple': { Account: accounts(17) },
  'TestCountSObjects.test_count_sobjects__errors': { Account: accounts(17) },
  'TestUpdatesIntegrationTests.test_updates_task': {
    Account: [4, 0, 5, 1, 3, 2].map((number) => ({ Name: `Account ${number}` })),
  },
}
const API_VERSION = '67.0'

describe.each(conversations())('the recorded conversation $name', ({ name, exchanges }) => {
  it('is answered with the same statuses, keys, types and values', async () => {
    const org = orgUnderTest(plainOrg(before[name]), '2020-08-14T20:53:02Z')
    const ids: KnownIds = new Map()
    for (const exchange of exchanges) {
      const { method, path, body } = requestOf(exchange, ids)
      const answer = await org.call(method, path, { body })
      const theirs = comparable(path, exchange.responseBody)
      const ours = comparable(path, answer.body)
      learnIds(theirs, ours, ids)
      expect(answer.status).toBe(exchange.status.code)
      expect(differences(theirs, ours)).toEqual([])
      expect(ours).toEqual(translated(theirs, ids, API_VERSION))
    }
  })
})

function requestOf({ method, uri, requestBody }: Exchange, ids: KnownIds) {
  const { pathname, search } = new URL(uri)
  const path = `${pathname}${search}`.replace('vxx.0', `v${API_VERSION}`)
  return { method, path, body: translated(requestBody, ids, API_VERSION) }
}

/** The body without what differs between any two orgs: counts kept in a cache, dates and tags. */
function comparable(path: string, body: unknown): unknown {
  if (path.includes('/limits/recordCount'))
    return { sObjects: isObject(body) && Array.isArray(body['sObjects']) }
  const text = JSON.stringify(body)
  return JSON.parse(text.replaceAll(/"(ETag|Last-Modified)":"(?:[^"\\]|\\.)*"/g, '"$1":"…"'))
}

function accounts(count: number): { Name: string }[] {
  return Array.from({ length: count }, (_, index) => ({ Name: `Account ${index}` }))
}
