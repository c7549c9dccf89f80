import { describe, expect, it } from 'vitest'
import { one, people, refusalOf, smallOrg } from '../small-org.ts'

const STATE = 'SELECT IsClosed, ClosedDate FROM Case'

describe('a case', () => {
  // https://developer.salesforce.com/docs/platform/object-reference/references/standard-objects/object-case.html
  it('is closed, and open again, by its status', () => {
    const { org, clock } = smallOrg()
    const me = org.as(people.seller)
    const id = me.create('Case', { Subject: 'Help', Status: 'New' })
    expect(one(me, STATE)).toMatchObject({ IsClosed: false, ClosedDate: null })
    clock.advance(60)
    me.update('Case', id, { Status: 'Closed' })
    const closed = { IsClosed: true, ClosedDate: '2026-11-23T10:01:00.000+0000' }
    expect(one(me, STATE)).toMatchObject(closed)
    clock.advance(60)
    me.update('Case', id, { Subject: 'Helped' })
    expect(one(me, STATE)).toMatchObject(closed)
    me.update('Case', id, { Status: 'Working' })
    expect(one(me, STATE)).toMatchObject({ IsClosed: false, ClosedDate: null })
  })

  it('of an org folder is as the folder says, whatever its status is called', () => {
    const records = { Case: [{ Subject: 'Done', Status: 'Erledigt', IsClosed: true }] }
    const me = smallOrg({ records }).org.as(people.admin)
    expect(one(me, STATE)['IsClosed']).toBe(true)
    const id = String(one(me, 'SELECT Id FROM Case')['Id'])
    me.update('Case', id, { Subject: 'All done' })
    expect(one(me, STATE)['IsClosed']).toBe(true)
  })
})

// https://github.com/openstax/tutor-server/pull/1653
it('nobody is a member of a campaign twice', () => {
  const me = smallOrg().org.as(people.admin)
  const CampaignId = me.create('Campaign', { Name: 'Fair' })
  const [ContactId, other] = ['Able', 'Best'].map((LastName) => me.create('Contact', { LastName }))
  me.create('CampaignMember', { CampaignId, ContactId })
  me.create('CampaignMember', { CampaignId, ContactId: other })
  const again = () => me.create('CampaignMember', { CampaignId, ContactId })
  expect(refusalOf(again)).toMatchObject({
    code: 'DUPLICATE_VALUE',
    text: 'Already a campaign member.',
  })
})
