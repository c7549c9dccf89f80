import { describe, expect, it } from 'vitest'
import { deal, one, people, smallOrg } from '../small-org.ts'

const FIELDS = 'StageName, IsClosed, IsWon, Probability, ExpectedRevenue, Fiscal'

describe('a deal', () => {
  it.each([
    ['Prospecting', { IsClosed: false, IsWon: false, Probability: 10, ExpectedRevenue: 100 }],
    [
      'Negotiation/Review',
      { IsClosed: false, IsWon: false, Probability: 90, ExpectedRevenue: 900 },
    ],
    ['Closed Won', { IsClosed: true, IsWon: true, Probability: 100, ExpectedRevenue: 1000 }],
    ['Closed Lost', { IsClosed: true, IsWon: false, Probability: 0, ExpectedRevenue: 0 }],
  ])('in %s is told by its stage', (stage, expected) => {
    const { org } = smallOrg()
    const me = org.as(people.seller)
    const id = me.create('Opportunity', { ...deal, StageName: stage, Amount: 1000 })
    expect(one(me, `SELECT ${FIELDS} FROM Opportunity WHERE Id = '${id}'`)).toMatchObject({
      ...expected,
      Fiscal: '2026 4',
    })
  })

  it('keeps its stages and tracked fields in history, a new owner by name and by id', () => {
    const { org } = smallOrg()
    const me = org.as(people.seller)
    const id = me.create('Opportunity', { ...deal, Amount: 5 })
    me.update('Opportunity', id, { StageName: 'Qualification', NextStep: 'Call' })
    me.update('Opportunity', id, { Description: 'Of no account' })
    me.update('Opportunity', id, { OwnerId: people.other })
    const stages = me.query(
      `SELECT StageName, Amount FROM OpportunityHistory WHERE OpportunityId = '${id}'`,
    )
    expect(stages.map((row) => row['StageName'])).toEqual(['Prospecting', 'Qualification'])
    const changed = me.query(
      `SELECT Id, Field, OldValue, NewValue FROM OpportunityFieldHistory WHERE OpportunityId = '${id}'`,
    )
    expect(changed.map((row) => [row['Field'], row['OldValue'], row['NewValue']])).toEqual([
      ['created', null, null],
      ['StageName', 'Prospecting', 'Qualification'],
      ['NextStep', null, 'Call'],
      ['Owner', 'Sal Seller', 'Ola Other'],
      ['Owner', people.seller, people.other],
    ])
    for (const { Id } of changed) expect(Id).toMatch(/^017\w{15}$/)
  })

  // https://developer.salesforce.com/docs/platform/object-reference/references/standard-objects/object-opportunity.html
  it('names the entries of its history that tell of its latest amount and close date', () => {
    const me = smallOrg().org.as(people.seller)
    const id = me.create('Opportunity', { ...deal, Amount: 5 })
    const latest = () =>
      one(me, 'SELECT LastAmountChangedHistoryId, LastCloseDateChangedHistoryId FROM Opportunity')
    const entry = () =>
      me.query('SELECT Id FROM OpportunityHistory ORDER BY Id').at(-1)?.['Id'] ?? 'none'
    const none = { LastAmountChangedHistoryId: null, LastCloseDateChangedHistoryId: null }
    expect(latest()).toMatchObject(none)
    me.update('Opportunity', id, { Amount: 7 })
    const amount = { LastAmountChangedHistoryId: entry() }
    expect(latest()).toMatchObject({ ...none, ...amount })
    me.update('Opportunity', id, { CloseDate: '2027-01-31', StageName: 'Qualification' })
    expect(latest()).toMatchObject({ ...amount, LastCloseDateChangedHistoryId: entry() })
  })

  it('made with a contact has a primary contact role, and another primary takes its place', () => {
    const { org } = smallOrg()
    const me = org.as(people.admin)
    const [first, second] = ['Ann', 'Bea'].map((LastName) => me.create('Contact', { LastName }))
    const id = me.create('Opportunity', { ...deal, ContactId: first })
    const values = { OpportunityId: id, ContactId: second, IsPrimary: true }
    me.create('OpportunityContactRole', values)
    const roles = me.query(
      `SELECT Contact.LastName, IsPrimary FROM OpportunityContactRole WHERE OpportunityId = '${id}'`,
    )
    expect(roles.map((row) => row['IsPrimary'])).toEqual([false, true])
    expect(one(me, `SELECT ContactId FROM Opportunity WHERE Id = '${id}'`)['ContactId']).toBe(
      second,
    )
  })

  it('with products is worth their sum, whatever amount is sent', () => {
    const { org } = smallOrg()
    const me = org.as(people.admin)
    const product = me.create('Product2', { Name: 'Seat', IsActive: true })
    const book = me.create('Pricebook2', { Name: 'Standard', IsActive: true })
    const entry = me.create('PricebookEntry', {
      Pricebook2Id: book,
      Product2Id: product,
      UnitPrice: 30,
      IsActive: true,
    })
    const id = me.create('Opportunity', { ...deal, Amount: 1 })
    const line = { OpportunityId: id, PricebookEntryId: entry }
    me.create('OpportunityLineItem', { ...line, Quantity: 2 })
    me.create('OpportunityLineItem', { ...line, Quantity: 10, TotalPrice: 100 })
    me.update('Opportunity', id, { Amount: 7 })
    expect(
      one(
        me,
        `SELECT Amount, HasOpportunityLineItem, Pricebook2Id FROM Opportunity WHERE Id='${id}'`,
      ),
    ).toMatchObject({ Amount: 160, HasOpportunityLineItem: true, Pricebook2Id: book })
    const names = me.query('SELECT Name, UnitPrice FROM OpportunityLineItem ORDER BY UnitPrice')
    expect(names.map((row) => [row['Name'], row['UnitPrice']])).toEqual([
      ['Deal Seat', 10],
      ['Deal Seat', 30],
    ])
  })
})
