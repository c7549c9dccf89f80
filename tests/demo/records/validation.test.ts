import { describe, expect, it } from 'vitest'
import { deal, people, refusalOf, smallOrg } from '../small-org.ts'

const rule = (formula: string, field?: string) => ({
  object: 'Opportunity',
  formula,
  message: 'No.',
  field: field ?? null,
})

const RENEWAL = '012xx0000012345AAA'

describe('a validation rule', () => {
  it.each([
    ['Amount > 100', { Amount: 101 }, { Amount: 100 }],
    ['ISNEW() && ISBLANK(NextStep)', { NextStep: null }, { NextStep: 'Call' }],
    [
      'ISPICKVAL(StageName, "Closed Won")',
      { StageName: 'Closed Won' },
      { StageName: 'Prospecting' },
    ],
    ['ISPICKVAL(Type, "")', { Type: null }, { Type: 'New Customer' }],
    ['NOT(REGEX(Name, "D-[0-9]+"))', { Name: 'D-x' }, { Name: 'D-12' }],
    ['CloseDate < TODAY()', { CloseDate: '2026-11-22' }, { CloseDate: '2026-11-23' }],
    ['Probability > 0.5', { Probability: 51 }, { Probability: 50 }],
    ['Owner.Name = "Sal Seller"', { OwnerId: people.seller }, { OwnerId: people.other }],
    ['OwnerId <> $User.Id', { OwnerId: people.seller }, { OwnerId: people.admin }],
    ['TRUNC(Amount, 1) = 8.2', { Amount: 8.29 }, { Amount: 8.3 }],
    ['INITCAP(NextStep) <> NextStep', { NextStep: 'call' }, { NextStep: 'Call Us' }],
    ['REVERSE(NextStep) & CHR(65) & BR() = "baA" & BR()', { NextStep: 'ab' }, { NextStep: 'ba' }],
    ['ASCII(NextStep) < 65', { NextStep: '1 call' }, { NextStep: 'Call' }],
    ['ISOWEEK(CloseDate) = 53', { CloseDate: '2027-01-03' }, { CloseDate: '2027-01-04' }],
    ['ISOYEAR(CloseDate) < 2027', { CloseDate: '2027-01-03' }, { CloseDate: '2027-01-04' }],
    ['DAYOFYEAR(CloseDate) = 366', { CloseDate: '2028-12-31' }, { CloseDate: '2027-12-31' }],
    ['Amount > PI()', { Amount: 3.2 }, { Amount: 3.1 }],
    [
      'UNIXTIMESTAMP(CloseDate) > 1798934399',
      { CloseDate: '2027-01-03' },
      { CloseDate: '2027-01-02' },
    ],
    [
      'FROMUNIXTIME(Amount) > DATETIMEVALUE("2027-01-03 00:00:00")',
      { Amount: 1798934401 },
      { Amount: 1798934400 },
    ],
    ['ATAN2(Amount, 1) > 0.7', { Amount: 1 }, { Amount: 0.5 }],
    ['COS(Amount) < 0 || ACOS(Amount) = 0', { Amount: 3 }, { Amount: 0.5 }],
    ['REGEX(NextStep, "(?i)call.*")', { NextStep: 'CALL us' }, { NextStep: 'Mail us' }],
    ['$RecordType.Name = "Renewal"', { RecordTypeId: RENEWAL }, { RecordTypeId: null }],
    ['$Permission.Bypass || ISCLONE() || Amount > 5', { Amount: 6 }, { Amount: 5 }],
    ['LEN(NextStep) > 3', { NextStep: 'Long' }, { NextStep: 'Sho' }],
  ])('%s refuses %j and lets %j pass', (formula, refused, passing) => {
    const recordTypes = [{ object: 'Opportunity', name: 'Renewal', id: RENEWAL }]
    const { org } = smallOrg({ validationRules: [rule(formula)], recordTypes })
    const admin = org.as(people.admin)
    expect(refusalOf(() => admin.create('Opportunity', { ...deal, ...refused }))).toEqual({
      code: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
      fields: [],
      text: 'No.',
    })
    expect(admin.create('Opportunity', { ...deal, ...passing })).toMatch(/^006/)
  })

  it.each([
    ['ISCHANGED(Amount)', { Amount: 2 }, { NextStep: 'x' }],
    [
      'ISCHANGED(StageName) && ISPICKVAL(PRIORVALUE(StageName), "Qualification")',
      { StageName: 'Prospecting' },
      { NextStep: 'x' },
    ],
    ['Amount < PRIORVALUE(Amount)', { Amount: 0.5 }, { Amount: 2 }],
    ['NOT(ISNEW())', { NextStep: 'x' }, undefined],
  ])('%s refuses the change %j and lets %j pass', (formula, refused, passing) => {
    const { org } = smallOrg({ validationRules: [rule(formula, 'amount')] })
    const admin = org.as(people.admin)
    const id = admin.create('Opportunity', { ...deal, StageName: 'Qualification', Amount: 1 })
    const refusal = refusalOf(() => admin.update('Opportunity', id, refused))
    expect(refusal.fields).toEqual(['Amount'])
    if (passing) admin.update('Opportunity', id, passing)
  })

  it('passes over whoever has the custom permission that it names', () => {
    const set = { name: 'Free', userPermissions: ['Bypass'] }
    const user = { id: people.seller, username: 's@small.example', name: 'Sal Seller' }
    const { org } = smallOrg({
      org: { permissionSets: [set], users: [{ ...user, permissionSets: ['Free'] }] },
      validationRules: [rule('NOT($Permission.Bypass)')],
    })
    expect(org.as(people.seller).create('Opportunity', deal)).toMatch(/^006/)
  })

  it('tells a person who owns a record from a queue', () => {
    const queue = '00Gxx0000012345EAA'
    const { org } = smallOrg({
      records: {
        Group: [{ Id: queue, Name: 'Support', Type: 'Queue' }],
        QueueSobject: [{ QueueId: queue, SobjectType: 'Case' }],
      },
      validationRules: [
        {
          object: 'Case',
          formula: 'ISBLANK(Owner:User.Username) && Owner:Queue.QueueName = "Support"',
          message: 'A queue.',
        },
      ],
    })
    const admin = org.as(people.admin)
    expect(admin.create('Case', { Subject: 'A' })).toMatch(/^500/)
    const refusal = refusalOf(() => admin.create('Case', { Subject: 'A', OwnerId: queue }))
    expect(refusal.text).toBe('A queue.')
  })

  it('that cannot be compiled stops nobody', () => {
    const { org } = smallOrg({ validationRules: [rule('Nope__c > 1'), rule('((')] })
    expect(org.as(people.admin).create('Opportunity', deal)).toMatch(/^006/)
  })

  it('that is not active is passed over', () => {
    const { org } = smallOrg({ validationRules: [{ ...rule('TRUE'), active: false }] })
    expect(org.as(people.admin).create('Opportunity', deal)).toMatch(/^006/)
  })
})
