import { describe, expect, it } from 'vitest'
import { isObject } from './likeness.ts'
import { orgUnderTest, type OrgUnderTest } from './org-under-test.ts'
import { admin, plainOrg } from './plain-org.ts'

const CHATTER = '/services/data/v67.0/chatter'
const deal = '006Hu00000DealAIAR'
const outsider = {
  ...admin,
  id: '005Hu00000OutsiIAB',
  username: 'out@plain.example',
  name: 'Otto',
  isAdmin: false,
}

function feedOrg(chatter = true): OrgUnderTest {
  const seed = plainOrg({
    Opportunity: [
      { Id: deal, Name: 'Deal', StageName: 'New', CloseDate: '2026-12-01', OwnerId: admin.id },
    ],
  })
  seed.org.users = [admin, outsider]
  seed.org.sharing = { Opportunity: 'Private' }
  seed.org.switches = { packageInstalled: false, chatter }
  return orgUnderTest(seed)
}

const post = {
  body: {
    messageSegments: [
      { type: 'Text', text: 'Over to you ' },
      { type: 'Mention', id: outsider.id },
    ],
  },
  feedElementType: 'FeedItem',
  subjectId: deal,
}

describe('a post on an opportunity', () => {
  it('mentions people and says who of them cannot see it', async () => {
    const { status, body } = await feedOrg().call('POST', `${CHATTER}/feed-elements`, {
      body: post,
    })
    expect(status).toBe(201)
    expect(body).toMatchObject({
      feedElementType: 'FeedItem',
      type: 'TextPost',
      actor: { id: admin.id, type: 'User' },
      parent: { id: deal, type: 'Opportunity' },
      body: {
        text: 'Over to you @Otto',
        messageSegments: [
          { type: 'Text', text: 'Over to you ' },
          {
            type: 'Mention',
            name: 'Otto',
            text: '@Otto',
            accessible: false,
            user: { id: outsider.id },
          },
        ],
      },
      capabilities: { comments: { page: { items: [], total: 0 } } },
    })
  })

  it('stands in the feed of the record and can be queried', async () => {
    const org = feedOrg()
    await org.call('POST', `${CHATTER}/feed-elements`, { body: post })
    const feed = await org.call('GET', `${CHATTER}/feeds/record/${deal}/feed-elements`)
    expect(feed.body).toMatchObject({ elements: [{ body: { text: 'Over to you @Otto' } }] })
    expect(org.org.as(admin.id).query('SELECT Body, ParentId FROM FeedItem')).toMatchObject([
      { Body: 'Over to you @Otto', ParentId: deal },
    ])
  })

  it('takes comments', async () => {
    const org = feedOrg()
    const { body } = await org.call('POST', `${CHATTER}/feed-elements`, { body: post })
    const id = isObject(body) ? String(body['id']) : ''
    const comment = { body: { messageSegments: [{ type: 'Text', text: 'Thank you' }] } }
    const path = `${CHATTER}/feed-elements/${id}/capabilities/comments/items`
    const added = await org.call('POST', path, { body: comment })
    expect(added).toMatchObject({
      status: 201,
      body: { type: 'TextComment', body: { text: 'Thank you' } },
    })
    const element = await org.call('GET', `${CHATTER}/feed-elements/${id}`)
    expect(element.body).toMatchObject({
      capabilities: { comments: { page: { total: 1, items: [{ body: { text: 'Thank you' } }] } } },
    })
  })

  it.each([
    [
      '26 mentions',
      {
        ...post,
        body: {
          messageSegments: Array.from({ length: 26 }, () => ({ type: 'Mention', id: admin.id })),
        },
      },
    ],
    [
      'a stranger',
      { ...post, body: { messageSegments: [{ type: 'Mention', id: '005Hu00000NobodIAB' }] } },
    ],
    ['no text', { ...post, body: { messageSegments: [] } }],
  ])('is refused with %s', async (_, body) => {
    const org = feedOrg()
    const answer = await org.call('POST', `${CHATTER}/feed-elements`, { body })
    expect(answer.status).toBe(400)
    expect(org.org.as(admin.id).query('SELECT Id FROM FeedItem')).toEqual([])
  })

  it('is refused where Chatter is off', async () => {
    const answer = await feedOrg(false).call('POST', `${CHATTER}/feed-elements`, { body: post })
    expect(answer.status).toBe(403)
    expect(answer.body).toMatchObject([{ errorCode: 'FUNCTIONALITY_NOT_ENABLED' }])
  })
})
