import { describe, expect, it } from 'vitest'

import { wholeId } from '#lib/salesforce/record-id.ts'
import { opportunityPage } from '#lib/salesforce/record-page.ts'

const id15 = '006Hs00001AbCdE'
const id18 = wholeId(id15) ?? ''
const account15 = '001Hs00001XyZaB'
const acme = 'https://acme.lightning.force.com'

describe('an address that shows an opportunity', () => {
  it.each([
    ['record view, 18 characters', `/lightning/r/Opportunity/${id18}/view`],
    ['15-character id', `/lightning/r/Opportunity/${id15}/view`],
    ['no object segment', `/lightning/r/${id15}/view`],
    [
      'console subtab: the path is the focused tab, ws its parent',
      `/lightning/r/Opportunity/${id15}/view?ws=%2Flightning%2Fr%2FAccount%2F${account15}%2Fview`,
    ],
    ['edit', `/lightning/r/Opportunity/${id15}/edit`],
    ['related list', `/lightning/r/Opportunity/${id15}/related/OpportunityContactRoles/view`],
    [
      'dialog over a record',
      `/lightning/o/Contact/new?count=1&backgroundContext=%2Flightning%2Fr%2FOpportunity%2F${id15}%2Fview`,
    ],
    ['within an app, by its id', `/lightning/app/06mHs000001pHEsIAM/r/Opportunity/${id18}/view`],
    ['within an app, by its name', `/lightning/app/c__Sales_Desk/r/Opportunity/${id15}/view`],
    [
      'dialog that changes another record, over this one',
      `/lightning/r/Contact/003Hs00000LmNoP/edit?navigationLocation=RELATED_LIST&backgroundContext=%2Flightning%2Fr%2FOpportunity%2F${id15}%2Fview`,
    ],
    [
      'dialog of a quick action, over a record within an app',
      `/lightning/action/quick/Global.NewTask?recordId=${id15}&backgroundContext=%2Flightning%2Fapp%2Fstandard__Sales%2Fr%2FOpportunity%2F${id15}%2Fview`,
    ],
    ['one.app hash', `/one/one.app#/sObject/${id15}/view`],
    ['one.app hash with a query', `/one/one.app#/sObject/${id15}?t=1`],
    [
      'one.app hash with a component state',
      `/one/one.app#${btoa(JSON.stringify({ componentDef: 'c:x', attributes: { recordId: id15 } }))}`,
    ],
    ['any case of the object name', `/lightning/r/opportunity/${id15}/view`],
  ])('is recognised: %s', (_what, path) => {
    expect(opportunityPage(acme + path)).toEqual({
      host: 'acme.lightning.force.com',
      opportunityId: id18,
    })
  })

  it.each([
    'acme--uat.sandbox.lightning.force.com',
    'x.scratch.lightning.force.com',
    'acme-dev-ed.develop.lightning.force.com',
  ])('is recognised on %s', (host) => {
    expect(opportunityPage(`https://${host}/lightning/r/Opportunity/${id15}/view`)?.host).toBe(host)
  })
})

describe('an address that shows no opportunity', () => {
  it.each([
    ['list', `${acme}/lightning/o/Opportunity/list?filterName=Recent`],
    ['object home', `${acme}/lightning/o/Opportunity/home`],
    ['pipeline inspection', `${acme}/lightning/o/Opportunity/pipelineInspection?filterName=x`],
    ['line item', `${acme}/lightning/r/OpportunityLineItem/00kHs00000QrStU/view`],
    [
      'account with an opportunity as its console parent',
      `${acme}/lightning/r/Account/${account15}/view?ws=%2Flightning%2Fr%2FOpportunity%2F${id15}%2Fview`,
    ],
    [
      'account that was come to from an opportunity',
      `${acme}/lightning/r/Account/${account15}/view?backgroundContext=%2Flightning%2Fr%2FOpportunity%2F${id15}%2Fview`,
    ],
    ['an app', `${acme}/lightning/app/06mHs000001pHEsIAM`],
    ['a list within an app', `${acme}/lightning/app/c__Sales_Desk/o/Opportunity/list`],
    ['wrong check characters', `${acme}/lightning/r/Opportunity/${id15}AAA/view`],
    ['16 characters', `${acme}/lightning/r/Opportunity/${id15}A/view`],
    ['quotes in the id', `${acme}/lightning/r/Opportunity/006Hs00001AbC'E/view`],
    ['an id only in the query', `${acme}/lightning/page/home?id=${id15}`],
    ['plain http', `http://acme.lightning.force.com/lightning/r/Opportunity/${id15}/view`],
    ['another port', `https://acme.lightning.force.com:8443/lightning/r/Opportunity/${id15}/view`],
    [
      'user information',
      `https://a:b@acme.lightning.force.com/lightning/r/Opportunity/${id15}/view`,
    ],
    ['trailing dot', `https://acme.lightning.force.com./lightning/r/Opportunity/${id15}/view`],
    [
      'look-alike suffix',
      `https://acme.lightning.force.com.evil.example/lightning/r/Opportunity/${id15}/view`,
    ],
    [
      'look-alike name',
      `https://acme.evillightning.force.com/lightning/r/Opportunity/${id15}/view`,
    ],
    ['the bare suffix', `https://lightning.force.com/lightning/r/Opportunity/${id15}/view`],
    [
      'a foreign address behind a dialog',
      `${acme}/lightning/o/Contact/new?backgroundContext=https%3A%2F%2Fevil.example%2Flightning%2Fr%2FOpportunity%2F${id15}%2Fview`,
    ],
    ['a hash that is no state', `${acme}/one/one.app#eyJnot-json`],
    ['a hash that is no encoding either', `${acme}/one/one.app#eyJ%zz`],
    ['no address', ''],
  ])('is left alone: %s', (_what, address) => {
    expect(opportunityPage(address)).toBeNull()
  })
})

describe('check characters', () => {
  it.each([
    ['001D000000IqhSL', '001D000000IqhSLIAZ'],
    ['00530000000abcd', '00530000000abcdAAA'],
  ])('of %s make %s', (short, whole) => {
    expect(wholeId(short)).toBe(whole)
    expect(wholeId(whole)).toBe(whole)
  })

  it.each(['', 'view', 'OpportunityTeam', '001D000000IqhSLIAY'])('are refused for %j', (text) => {
    expect(wholeId(text)).toBeNull()
  })
})
