import { describe, expect, it } from 'vitest'
import { orgUnderTest } from './org-under-test.ts'
import { admin, plainOrg } from './plain-org.ts'

const DATA = '/services/data/v67.0'
const deal = '006Hu00000DealAIAR'
const seller = user('005Hu00000SelleIAB', 'Sal Seller')
const manager = user('005Hu00000ManagIAB', 'Mo Manager')
const other = user('005Hu00000OtherIAB', 'Ola Other')
const text = (words: string) => ({ body: { messageSegments: [{ type: 'Text', text: words }] } })

function user(id: string, name: string) {
  return { ...admin, id, name, username: `${id}@plain.example`, isAdmin: false }
}

/** An org whose seller has posted on a deal of her manager, and the post. */
async function posted() {
  const values = { Name: 'Deal', StageName: 'Prospecting', CloseDate: '2026-12-01' }
  const seed = plainOrg({ Opportunity: [{ Id: deal, ...values, OwnerId: manager.id }] })
  seed.org.users = [admin, seller, manager, other]
  const { org, call } = orgUnderTest(seed)
  const as = (userId: string) => {
    const headers = { Authorization: `Bearer ${org.signIn(userId)}` }
    return (method: string, path: string, body?: unknown) =>
      call(method, `${DATA}${path}`, { body, headers })
  }
  const own = as(seller.id)
  const made = await own('POST', '/chatter/feed-elements', { ...text('Hi'), subjectId: deal })
  const id = String(Object(made.body)['id'])
  return { id, path: `/chatter/feed-elements/${id}`, as, own, me: org.as(seller.id) }
}

// https://developer.salesforce.com/docs/atlas.en-us.chatterapi.meta/chatterapi/connect_resources_feed_element_specific.htm
describe('a post', () => {
  it('is edited, people it mentions included', async () => {
    const { path, own, me } = await posted()
    const messageSegments = [{ type: 'Mention', id: other.id }]
    const edited = await own('PATCH', path, { body: { messageSegments } })
    const body = { text: '@Ola Other', messageSegments: [{ type: 'Mention', name: 'Ola Other' }] }
    expect(edited).toMatchObject({ status: 200, body: { body } })
    expect(await own('GET', path)).toMatchObject({ body: { body } })
    expect(me.query('SELECT Body FROM FeedItem')).toMatchObject([{ Body: '@Ola Other' }])
  })

  it('that is edited as a record says the same in its feed', async () => {
    const { path, id, own } = await posted()
    await own('PATCH', `/sobjects/FeedItem/${id}`, { Body: 'Bye' })
    expect(await own('GET', path)).toMatchObject({
      body: { body: { text: 'Bye', messageSegments: [{ type: 'Text', text: 'Bye' }] } },
    })
  })

  it('is deleted with its comments', async () => {
    const { path, own, me } = await posted()
    await own('POST', `${path}/capabilities/comments/items`, text('Thanks'))
    expect((await own('DELETE', path)).status).toBe(204)
    expect((await own('GET', path)).status).toBe(404)
    expect(me.query('SELECT Id FROM FeedComment')).toEqual([])
    const feed = await own('GET', `/chatter/feeds/record/${deal}/feed-elements`)
    expect(feed.body).toMatchObject({ elements: [] })
  })

  it('is made from the address alone', async () => {
    const { own } = await posted()
    const asked = `feedElementType=FeedItem&subjectId=${deal}&text=From+here`
    expect(await own('POST', `/chatter/feed-elements?${asked}`)).toMatchObject({
      status: 201,
      body: { body: { text: 'From here' }, parent: { id: deal } },
    })
  })

  // https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_feeditem.htm
  it.each([
    ['other', other.id, 403, 403],
    ['owner of the record', manager.id, 200, 403],
    ['administrator', admin.id, 200, 204],
  ])('of somebody else is edited and deleted by an %s: %#', async (_, by, edited, deleted) => {
    const { path, as } = await posted()
    const call = as(by)
    expect((await call('PATCH', path, text('No'))).status).toBe(edited)
    expect((await call('DELETE', path)).status).toBe(deleted)
  })

  it('tells of its likes where it says they are', async () => {
    const { path, own } = await posted()
    expect(await own('GET', `${path}/capabilities/chatter-likes/items`)).toMatchObject({
      status: 200,
      body: { items: [], total: 0 },
    })
  })
})

describe('a comment', () => {
  it('is read, edited and deleted where it says it is', async () => {
    const { path, own, me } = await posted()
    const added = await own('POST', `${path}/capabilities/comments/items`, text('Thanks'))
    const url = String(Object(added.body)['url']).replace(DATA, '')
    expect(await own('GET', url)).toMatchObject({ status: 200, body: added.body })
    expect(await own('PATCH', url, text('Many thanks'))).toMatchObject({
      status: 200,
      body: { body: { text: 'Many thanks' } },
    })
    expect((await own('DELETE', url)).status).toBe(204)
    expect((await own('GET', url)).status).toBe(404)
    expect(await own('GET', path)).toMatchObject({
      body: { capabilities: { comments: { page: { items: [], total: 0 } } } },
    })
    expect(me.query('SELECT CommentCount FROM FeedItem')).toMatchObject([{ CommentCount: 0 }])
  })
})
