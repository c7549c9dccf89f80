import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { orgUnderTest } from './org-under-test.ts'
import { admin, plainOrg } from './plain-org.ts'

const CHATTER = '/services/data/v67.0/chatter'
const deal = '006Hu00000DealAIAR'
const outsider = {
  ...admin,
  id: '005Hu00000OutsiIAB',
  username: 'out@plain.example',
  name: 'Otto Éclair',
  isAdmin: false,
}

function feedOrg(chatter = true) {
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

const feedSchema = z.looseObject({
  elements: z.array(z.looseObject({ body: z.looseObject({ text: z.string() }) })),
})

describe('a feed', () => {
  it.each([
    ['company', ['On the deal', 'To Otto', 'To all']],
    ['news/me', ['On the deal', 'To Otto', 'To all']],
    ['user-profile/me', ['On the deal', 'To Otto', 'To all']],
    [`user-profile/${outsider.id}`, ['To Otto']],
    [`record/${deal}`, ['On the deal']],
  ])('%s has its posts, the newest first', async (feed, texts) => {
    const org = feedOrg()
    const post = (text: string, subjectId: string) =>
      org.call('POST', `${CHATTER}/feed-elements`, {
        body: { body: { messageSegments: [{ type: 'Text', text }] }, subjectId },
      })
    await post('To all', 'me')
    await post('To Otto', outsider.id)
    await post('On the deal', deal)
    const { status, body } = await org.call('GET', `${CHATTER}/feeds/${feed}/feed-elements`)
    expect(status).toBe(200)
    expect(feedSchema.parse(body).elements.map((one) => one.body.text)).toEqual(texts)
  })
})

describe('a mention', () => {
  it.each(['Ot', 'eclair', 'otto é'])('of which "%s" is typed is completed', async (typed) => {
    const path = `${CHATTER}/mentions/completions?q=${encodeURIComponent(typed)}`
    expect(await feedOrg().call('GET', path)).toMatchObject({
      status: 200,
      body: {
        mentionCompletions: [{ name: outsider.name, recordId: outsider.id, userType: 'Internal' }],
        nextPageUrl: null,
      },
    })
  })

  it('is told to be of nobody who may see the record', async () => {
    const path = `${CHATTER}/mentions/validations?parentId=${deal}&recordIds=${admin.id},${outsider.id}`
    expect(await feedOrg().call('GET', path)).toMatchObject({
      status: 200,
      body: {
        hasErrors: true,
        mentionValidations: [
          { recordId: admin.id, validationStatus: 'Ok' },
          { recordId: outsider.id, validationStatus: 'Inaccessible' },
        ],
      },
    })
  })

  it.each(['feeds/company/feed-elements', 'mentions/completions?q=Ot'])(
    'and a feed are refused where Chatter is off: %s',
    async (path) => {
      const answer = await feedOrg(false).call('GET', `${CHATTER}/${path}`)
      expect(answer).toMatchObject({
        status: 403,
        body: [{ errorCode: 'FUNCTIONALITY_NOT_ENABLED' }],
      })
    },
  )
})
