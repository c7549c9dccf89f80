import { describe, expect, it } from 'vitest'
import { isObject } from './likeness.ts'
import { orgUnderTest } from './org-under-test.ts'
import { plainOrg } from './plain-org.ts'
import { recorded } from './recording.ts'

const DATA = '/services/data/v67.0'
const objects = [
  'Account',
  'Case',
  'Contact',
  'Event',
  'Lead',
  'Opportunity',
  'OpportunityContactRole',
]

/** The one record type of the recorded org. */
const household = {
  object: 'Account',
  name: 'Household',
  id: '01254000001upcKAAQ',
  isDefault: true,
}

/** What describes have since version 58; some were recorded before. */
const sinceThen = {
  associateEntityType: null,
  associateParentEntity: null,
  sobjectDescribeOption: 'FULL',
}

describe('the description', () => {
  it.each(objects)('of %s is word for word what a real org answered', async (object) => {
    const org = orgUnderTest({ ...plainOrg(), recordTypes: [household] })
    const { status, body } = await org.call('GET', `${DATA}/sobjects/${object}/describe`)
    expect(status).toBe(200)
    const theirs = recorded(`cumulusci/GET_sobjects_${object}_describe.json`)
    const today = isObject(theirs) ? { ...sinceThen, ...theirs } : theirs
    expect(comparable(body)).toEqual(comparable(today))
  })

  it('of all objects has the keys a real org answered with', async () => {
    const { body } = await orgUnderTest(plainOrg()).call('GET', `${DATA}/sobjects`)
    const theirs = recorded('cumulusci/GET_sobjects_Global_describe.json')
    for (const object of ['Account', 'Case', 'Contact', 'Opportunity']) {
      expect(comparableAddresses(entriesByName(body).get(object))).toEqual(
        comparableAddresses(entriesByName(theirs).get(object)),
      )
    }
    for (const [, entry] of entriesByName(body)) {
      expect(Object.keys(entry).toSorted(byName)).toEqual(
        Object.keys(entriesByName(theirs).get('Account') ?? {}).toSorted(byName),
      )
    }
  })

  it('says of each object what may be done with it, as recorded', async () => {
    const theirs = entriesByName(recorded('cumulusci/GET_sobjects_Global_describe.json'))
    const { body } = await orgUnderTest(plainOrg()).call('GET', `${DATA}/sobjects`)
    // The full describe of events was recorded otherwise, and the recorder masked some prefixes.
    const told = [...theirs.values()]
      .filter(({ name }) => name !== 'Event' && entriesByName(body).has(String(name)))
      .map(({ urls: _, keyPrefix: __, ...entry }) => entry)
    const ours = told.map(({ name }) => entriesByName(body).get(String(name)))
    expect(ours).toMatchObject(told)
  })

  it.each(['Organization', 'UserRecordAccess', 'UserRole', 'Campaign'])(
    'gives %s no address of a layout that it has not, as recorded',
    async (name) => {
      const theirs = entriesByName(recorded('cumulusci/GET_sobjects_Global_describe.json'))
      const { body } = await orgUnderTest(plainOrg()).call('GET', `${DATA}/sobjects`)
      const keysOf = (entry: Record<string, unknown> | undefined) =>
        isObject(entry?.['urls']) ? Object.keys(entry['urls']).toSorted() : []
      expect(keysOf(entriesByName(body).get(name))).toEqual(keysOf(theirs.get(name)))
    },
  )

  it.each(['OpportunityTeamMember', 'AccountTeamMember', 'UserTeamMember', 'ContentNote', 'Quote'])(
    'leaves out %s as a real org does that has not switched it on',
    async (object) => {
      const org = orgUnderTest(plainOrg())
      const { body } = await org.call('GET', `${DATA}/sobjects`)
      expect(entriesByName(body).has(object)).toBe(false)
      expect((await org.call('GET', `${DATA}/sobjects/${object}/describe`)).status).toBe(404)
    },
  )

  it('is not sent again when nothing has changed since', async () => {
    const org = orgUnderTest(plainOrg())
    for (const path of [`${DATA}/sobjects`, `${DATA}/sobjects/Opportunity/describe`]) {
      const first = await org.call('GET', path)
      const since = first.headers.get('Last-Modified') ?? ''
      const again = await org.call('GET', path, { headers: { 'If-Modified-Since': since } })
      expect(again).toMatchObject({ status: 304, body: undefined })
    }
  })
})

/** A describe whose children stand in one order, the version left out of its addresses. */
function comparable(body: unknown): unknown {
  if (!isObject(body)) return body
  const children = Array.isArray(body['childRelationships']) ? body['childRelationships'] : []
  const childRelationships = children
    .filter(isObject)
    .toSorted((a, b) => byName(childKey(a), childKey(b)))
  return comparableAddresses({ ...body, childRelationships })
}

function comparableAddresses(body: unknown): unknown {
  const text = JSON.stringify(body)
    .replaceAll(/\/services\/data\/v[^/]+/g, '/services/data/v')
    .replaceAll('orgname.my.salesforce.com', 'plain.my.salesforce.com')
  return JSON.parse(text)
}

function childKey({ childSObject, field }: Record<string, unknown>): string {
  return `${String(childSObject)}.${String(field)}`
}

function entriesByName(body: unknown): Map<string, Record<string, unknown>> {
  const sobjects = isObject(body) && Array.isArray(body['sobjects']) ? body['sobjects'] : []
  return new Map(sobjects.filter(isObject).map((entry) => [String(entry['name']), entry]))
}

function byName(a: string, b: string): number {
  return a.localeCompare(b)
}
