import { describe, expect, it } from 'vitest'

import { placeAt } from '#demo/pages/place.ts'

const ID = '006Hs0000000847IAA'

describe('a Lightning address', () => {
  it.each([
    [`/lightning/r/Opportunity/${ID}/view`, { kind: 'record', id: ID, editing: false }],
    [
      `/lightning/r/Opportunity/${ID.slice(0, 15)}/view`,
      { kind: 'record', id: ID, editing: false },
    ],
    [`/lightning/r/${ID.slice(0, 15)}/view`, { kind: 'record', id: ID, editing: false }],
    [`/lightning/app/c__Desk/r/Opportunity/${ID}/view`, { kind: 'record', id: ID, editing: false }],
    ['/lightning/app/06mHs000001pHEsIAM', { kind: 'home' }],
    [`/lightning/r/Opportunity/${ID}/edit`, { kind: 'record', id: ID, editing: true }],
    [
      `/lightning/r/Opportunity/${ID}/related/OpportunityContactRoles/view`,
      { kind: 'related', id: ID, list: 'OpportunityContactRoles' },
    ],
    ['/lightning/r/Opportunity/006Hs0000000847IAB/view', { kind: 'unknown' }],
    ['/lightning/r/Opportunity/view', { kind: 'unknown' }],
    [
      '/lightning/o/Opportunity/list?filterName=Won',
      { kind: 'list', object: 'Opportunity', filter: 'Won' },
    ],
    ['/lightning/o/Opportunity/home', { kind: 'object-home', object: 'Opportunity' }],
    ['/lightning/o/Opportunity/pipelineInspection', { kind: 'object-home', object: 'Opportunity' }],
    [
      '/lightning/o/Contact/new?backgroundContext=%2Fx',
      { kind: 'new', object: 'Contact', behind: '/x' },
    ],
    ['/one/one.app', { kind: 'one-app' }],
    ['/lightning/page/home', { kind: 'home' }],
    ['/lightning/setup/SetupOneHome/home', { kind: 'unknown' }],
    ['http://', { kind: 'unknown' }],
  ])('%s', (path, place) => {
    expect(placeAt(path)).toEqual(place)
  })
})
