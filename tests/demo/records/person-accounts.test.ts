import { describe, expect, it } from 'vitest'
import { deal, one, people, refusalOf, smallOrg, type SmallSeed } from '../small-org.ts'

const on: SmallSeed = { org: { switches: { personAccounts: true } } }
const desk = (seed: SmallSeed = on) => smallOrg(seed).org.as(people.admin)

const READ =
  'SELECT Id, Name, FirstName, LastName, IsPersonAccount, PersonContactId, PersonEmail FROM Account'

describe('an org without person accounts', () => {
  it('has none of their fields', () => {
    const me = desk({})
    expect(() => me.query('SELECT IsPersonAccount FROM Account')).toThrow('No such column')
    expect(() => me.query('SELECT IsPersonAccount FROM Contact')).toThrow('No such column')
  })
})

describe('an account with a last name', () => {
  it('is a person with a contact of its own', () => {
    const me = desk()
    const id = me.create('Account', {
      FirstName: 'Ann',
      LastName: 'Able',
      PersonEmail: 'ann@able.example',
      PersonTitle: 'Baker',
      Phone: '12',
    })
    const account = one(me, READ)
    expect(account).toMatchObject({ Id: id, Name: 'Ann Able', IsPersonAccount: true })
    const contact = one(
      me,
      'SELECT Id, Name, Email, Title, AccountId, IsPersonAccount FROM Contact',
    )
    expect(contact).toMatchObject({
      Id: account['PersonContactId'],
      Name: 'Ann Able',
      Email: 'ann@able.example',
      Title: 'Baker',
      AccountId: id,
      IsPersonAccount: true,
    })
  })

  it('takes its contact along when it changes and when it is deleted', () => {
    const me = desk()
    const id = me.create('Account', { LastName: 'Able' })
    me.update('Account', id, { FirstName: 'Bea', PersonEmail: 'bea@able.example' })
    expect(one(me, 'SELECT Name, Email FROM Contact')).toMatchObject({
      Name: 'Bea Able',
      Email: 'bea@able.example',
    })
    expect(one(me, READ)).toMatchObject({ Name: 'Bea Able', PersonEmail: 'bea@able.example' })
    me.remove('Account', id)
    expect(me.query('SELECT Id FROM Contact')).toEqual([])
  })

  it('has its name from its parts alone', () => {
    const me = desk()
    const id = me.create('Account', { LastName: 'Able' })
    const refusal = {
      code: 'INVALID_FIELD_FOR_INSERT_UPDATE',
      fields: ['Name'],
      text: 'Unable to create/update fields: Name. Please check the security settings of this field and verify that it is read/write for your profile or permission set.',
    }
    expect(refusalOf(() => me.update('Account', id, { Name: 'Other' }))).toEqual(refusal)
    expect(refusalOf(() => me.create('Account', { LastName: 'Able', Name: 'Able' }))).toEqual(
      refusal,
    )
  })

  it('is changed as an account, takes no other contact, and plays a part in deals as its own', () => {
    const me = desk()
    const AccountId = me.create('Account', { LastName: 'Able' })
    const ContactId = String(one(me, READ)['PersonContactId'])
    const own = () => me.update('Contact', ContactId, { Title: 'Boss' })
    const other = () => me.create('Contact', { LastName: 'Best', AccountId })
    const code = 'INVALID_PERSON_ACCOUNT_OPERATION'
    expect(refusalOf(own)).toMatchObject({ code, text: 'cannot reference person contact' })
    expect(refusalOf(other)).toMatchObject({ code })
    const OpportunityId = me.create('Opportunity', { ...deal, AccountId })
    me.create('OpportunityContactRole', { OpportunityId, ContactId, IsPrimary: true })
    expect(one(me, 'SELECT Contact.Name FROM OpportunityContactRole')).toMatchObject({
      Contact: { Name: 'Able' },
    })
  })
})

describe('a company in an org with person accounts', () => {
  it('is no person', () => {
    const me = desk()
    const id = me.create('Account', { Name: 'Acme' })
    me.update('Account', id, { Name: 'Acme Ltd' })
    const row = one(me, READ)
    expect(row).toMatchObject({ Name: 'Acme Ltd', IsPersonAccount: false, PersonContactId: null })
    me.create('Contact', { LastName: 'Best', AccountId: id })
    expect(one(me, 'SELECT IsPersonAccount FROM Contact')).toMatchObject({ IsPersonAccount: false })
  })
})

describe('a person of an org folder', () => {
  it('is not needed where its accounts say that they are none', () => {
    const me = desk({ records: { Account: [{ Name: 'Acme', IsPersonAccount: false }] } })
    expect(one(me, READ)).toMatchObject({ IsPersonAccount: false, PersonContactId: null })
    expect(me.query('SELECT Id FROM Contact')).toEqual([])
  })

  it('brings the switch, and the contact that the folder leaves out', () => {
    const me = desk({ records: { Account: [{ Name: 'Ann van Able', IsPersonAccount: true }] } })
    const account = one(me, READ)
    expect(account).toMatchObject({ FirstName: 'Ann van', LastName: 'Able', IsPersonAccount: true })
    expect(one(me, 'SELECT Id, LastName FROM Contact')).toMatchObject({
      Id: account['PersonContactId'],
      LastName: 'Able',
    })
  })

  it('keeps the contact that the folder gives', () => {
    const Id = '003Hu00000A1111IAB'
    const [AccountId, LastName] = ['001Hu00000A1111IAB', 'Able']
    const me = desk({
      records: {
        Account: [{ Id: AccountId, LastName, IsPersonAccount: true, PersonContactId: Id }],
        Contact: [{ Id, AccountId, LastName, Email: 'ann@able.example' }],
      },
    })
    expect(one(me, READ)).toMatchObject({ PersonContactId: Id, PersonEmail: 'ann@able.example' })
    expect(one(me, 'SELECT Id, IsPersonAccount FROM Contact')).toMatchObject({
      Id,
      IsPersonAccount: true,
    })
  })
})
