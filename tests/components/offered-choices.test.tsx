import { act, cleanup, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { PicklistEditor } from '#components/handoff/plain-editors.tsx'
import type { Setting } from '#components/handoff/setting.ts'
import type { Question } from '#lib/handoff/question.ts'
import { deal } from '../gallery/deal.ts'
import { inSetting } from './in-setting.tsx'

afterEach(cleanup)

const path = 'Opportunity.Plan__c'
const question: Question = {
  key: 'deal.plan',
  label: 'Plan',
  help: '',
  example: '',
  answer: { type: 'picklist', field: path },
  tier: 'recipient',
  requirements: [],
  prefill: [],
}

const plan = (value: string) => ({ value, label: value })
const when = (...values: string[]) => ({ when: { field: 'Size__c', values } })

const plans = [
  plan('Free'),
  { ...plan('Team'), ...when('small', 'large') },
  { ...plan('Company'), ...when('large') },
]

interface Asked extends Partial<Setting> {
  readonly chosen?: string
  readonly size?: string
}

async function offeredTo({ chosen = '', size = '', ...changes }: Asked) {
  const value = chosen === '' ? null : ({ type: 'picklist', value: chosen } as const)
  const fields = { ...deal.fields, 'Opportunity.Size__c': size }
  const names = { 'aria-labelledby': 'plan', 'aria-describedby': '', id: 'plan' }
  inSetting(<PicklistEditor {...{ question, value, names }} onValue={() => {}} findings={[]} />, {
    picklists: { [path]: plans },
    deal: { ...deal, fields },
    ...changes,
  })
  // What the record type offers is known a moment later.
  await act(async () => Promise.resolve())
  const all = within(screen.getByRole('combobox')).getAllByRole('option')
  return all.map(({ textContent }) => textContent).slice(1)
}

describe('the choices of a picklist field', () => {
  it('are all of it where nothing else is known', async () => {
    expect(await offeredTo({})).toEqual(['Free', 'Team', 'Company'])
  })

  it('are those of the record type', async () => {
    const offered = async (asked: string) => (asked === path ? ['Free', 'Company'] : undefined)
    expect(await offeredTo({ offered })).toEqual(['Free', 'Company'])
  })

  it('are those that go with what the deal has in the controlling field', async () => {
    expect(await offeredTo({ size: 'small' })).toEqual(['Free', 'Team'])
  })

  it('are all of it while the controlling field is empty', async () => {
    expect(await offeredTo({ size: '' })).toEqual(['Free', 'Team', 'Company'])
  })

  it('keep the one that is chosen, under its own words', async () => {
    expect(await offeredTo({ size: 'small', chosen: 'Company' })).toEqual([
      'Free',
      'Team',
      'Company',
    ])
  })

  it('are all of it rather than none', async () => {
    expect(await offeredTo({ offered: async () => [] })).toEqual(['Free', 'Team', 'Company'])
  })
})
