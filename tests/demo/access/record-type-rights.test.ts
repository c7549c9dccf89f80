import { describe, expect, it } from 'vitest'
import { makeId } from '#demo/org/ids.ts'
import { deal, one, people, refusalOf, smallOrg, type SmallSeed } from '../small-org.ts'

const [business, renewal, partner] = [makeId('012', 901), makeId('012', 902), makeId('012', 903)]

const recordTypes = [
  { object: 'Opportunity', name: 'Business', id: business, isDefault: true },
  { object: 'Opportunity', name: 'Renewal', id: renewal },
  { object: 'Opportunity', name: 'Partner', id: partner },
]

const opportunity = {
  object: 'Opportunity',
  allowRead: true,
  allowCreate: true,
  allowEdit: true,
}

/** The seller's profile gives him renewals alone, a permission set the partners' deals. */
const seed: SmallSeed = {
  recordTypes,
  org: {
    users: [
      {
        id: people.seller.slice(0, 15),
        username: 's@small.example',
        name: 'Sal Seller',
        profile: 'Renewals',
        permissionSets: ['Partners'],
      },
      { id: people.admin.slice(0, 15), username: 'a@small.example', name: 'Ada', isAdmin: true },
    ],
    profiles: [
      {
        name: 'Renewals',
        objectPermissions: [opportunity],
        recordTypeVisibilities: [
          { recordType: 'Opportunity.Renewal', visible: true, default: true },
          { recordType: 'Opportunity.Business', visible: false },
        ],
      },
    ],
    permissionSets: [
      {
        name: 'Partners',
        recordTypeVisibilities: [{ recordType: 'Opportunity.Partner', visible: true }],
      },
    ],
  },
}

const desk = (who: string) => smallOrg(seed).org.as(who)
const infos = (who: string) => desk(who).describe('Opportunity')?.['recordTypeInfos']

describe('the record types that a profile spells out', () => {
  it('are available with those of permission sets, one of them by default', () => {
    expect(infos(people.seller)).toMatchObject([
      { name: 'Business', active: true, available: false, defaultRecordTypeMapping: false },
      { name: 'Renewal', available: true, defaultRecordTypeMapping: true },
      { name: 'Partner', available: true, defaultRecordTypeMapping: false },
      { name: 'Master', available: true, defaultRecordTypeMapping: false },
    ])
  })

  it('are all available to whose profile says nothing of them', () => {
    expect(infos(people.admin)).toMatchObject([
      { name: 'Business', available: true, defaultRecordTypeMapping: true },
      { name: 'Renewal', available: true, defaultRecordTypeMapping: false },
      { name: 'Partner', available: true },
      { name: 'Master', available: true, defaultRecordTypeMapping: false },
    ])
  })

  it('are what a new record gets, or may name', () => {
    const me = desk(people.seller)
    me.create('Opportunity', deal)
    expect(one(me, 'SELECT RecordTypeId FROM Opportunity')).toMatchObject({ RecordTypeId: renewal })
    me.create('Opportunity', { ...deal, RecordTypeId: partner })
    expect(refusalOf(() => me.create('Opportunity', { ...deal, RecordTypeId: business }))).toEqual({
      code: 'INVALID_CROSS_REFERENCE_KEY',
      fields: ['RecordTypeId'],
      text: `Record Type ID: this ID value isn't valid for the user: ${business}`,
    })
  })
})
