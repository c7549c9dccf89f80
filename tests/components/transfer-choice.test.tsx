import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { fatesOf, unseenWords } from '#components/transfer/fates.ts'
import { TransferChoices } from '#components/transfer/transfer-choice.tsx'
import type { TransferFacts } from '#lib/handoff/transfer.ts'
import { ana, ben } from '../gallery/deal.ts'
import { inSetting } from './in-setting.tsx'

afterEach(cleanup)

const facts: TransferFacts = {
  changes: 0,
  owner: ana,
  ownerIsActive: true,
  to: ben,
  toIsActive: true,
  mayTransfer: true,
  reachAfter: 'no',
  everybody: 'None',
  teamAccess: 'on-create',
  team: [],
  grants: [],
  activities: [],
  mayMoveActivities: true,
  othersActivities: 0,
  credits: [],
  contactRoles: 0,
  accountTeam: null,
}
const choice = { place: 'Edit', takesActivities: true, team: 'new-owner', reason: '' } as const

it.each([
  {
    org: 'with teams stays on one',
    teamAccess: 'on-create',
    words: 'Edit it: they stay on the team',
  },
  {
    org: 'without teams has it by hand',
    teamAccess: 'absent',
    words: 'Edit it: it is shared with them',
  },
] as const)('who gives a deal away in an org $org', ({ teamAccess, words }) => {
  const shown = { ...facts, teamAccess }
  inSetting(<TransferChoices facts={shown} choice={choice} onChoice={() => undefined} />)
  expect(screen.getAllByRole('radio', { name: words })).toHaveLength(1)
})

it.each([
  { contactRoles: 199, words: '199 contact roles' },
  { contactRoles: 200, words: 'at least 200 contact roles' },
])('of $contactRoles that were read it is said that $words stay', ({ contactRoles, words }) => {
  const formats = { locale: 'en-GB', timeZone: 'UTC' }
  const rest = { moves: [], places: { team: [], grants: [] }, isNow: true, formats }
  const fates = fatesOf({ aim: 'transfer', facts: { ...facts, contactRoles }, ...rest })
  expect(fates.find(({ key }) => key === 'stays')?.lines).toContain(words)
})

it.each([
  { hidden: ['IsAllDayEvent'], words: 'which meetings last all day.' },
  {
    hidden: ['ActivityDate', 'EndDateTime'],
    words:
      'the days of activities, when meetings end. So coming meetings are not listed here and stay where they are.',
  },
])('where Salesforce hides $hidden, it is said what was not seen', ({ hidden, words }) => {
  expect(unseenWords({ ...facts, hidden })).toBe(`Salesforce does not show you ${words}`)
  expect(unseenWords(facts)).toBeNull()
})
