import { act, cleanup, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { PicklistEditor } from '#components/handoff/plain-editors.tsx'
import { AskedFields } from '#components/handoff/use-choices.ts'
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

const recordType = '012Hs000000001AAAQ'

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
  readonly type?: string | null
  /** Fields that the draft asks for as well. */
  readonly asked?: readonly string[]
}

async function offeredTo({ chosen = '', size = '', type = null, asked = [], ...changes }: Asked) {
  const value = chosen === '' ? null : ({ type: 'picklist', value: chosen } as const)
  const fields = {
    ...deal.fields,
    'Opportunity.Size__c': size,
    'Opportunity.RecordTypeId': type,
  }
  const names = { 'aria-labelledby': 'plan', 'aria-describedby': '', id: 'plan' }
  inSetting(
    <AskedFields value={new Set(asked)}>
      <PicklistEditor {...{ question, value, names }} onValue={() => {}} findings={[]} />
    </AskedFields>,
    { picklists: { [path]: plans }, deal: { ...deal, fields }, ...changes },
  )
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
    expect(await offeredTo({ offered, type: recordType })).toEqual(['Free', 'Company'])
  })

  it('are not asked for where the deal has no record type', async () => {
    const offered = vi.fn<Setting['offered']>()
    expect(await offeredTo({ offered })).toHaveLength(3)
    expect(offered).not.toHaveBeenCalled()
  })

  it('are those that go with what the deal has in the controlling field', async () => {
    expect(await offeredTo({ size: 'small' })).toEqual(['Free', 'Team'])
  })

  it('are all of it where the controlling field is asked for as well', async () => {
    const asked = ['Opportunity.Size__c']
    expect(await offeredTo({ size: 'small', asked })).toEqual(['Free', 'Team', 'Company'])
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

  it('keep one that is not offered any more, and say so', async () => {
    expect(await offeredTo({ chosen: 'gold' })).toEqual([
      'gold (no longer offered)',
      'Free',
      'Team',
      'Company',
    ])
  })

  it('are all of it rather than none', async () => {
    expect(await offeredTo({ offered: async () => [], type: recordType })).toEqual([
      'Free',
      'Team',
      'Company',
    ])
  })
})
