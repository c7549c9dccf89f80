import { cleanup, fireEvent, screen, within } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { Conflict } from '#components/review/conflict.tsx'
import { shown } from '#components/review/shown.ts'
import { RecipientPicker } from '#components/review/recipient-picker.tsx'
import { ReviewSheet } from '#components/review/review-sheet.tsx'
import type { Draft } from '#lib/handoff/draft.ts'
import type { Finding } from '#lib/handoff/finding.ts'
import type { FieldChange } from '#lib/handoff/plan.ts'
import { ana, ben, draft } from '../gallery/deal.ts'
import { given } from '../lib/handoff/builders.ts'
import { inSetting } from './in-setting.tsx'
import { sessionStorage } from './session-storage.ts'

vi.stubGlobal('chrome', { storage: sessionStorage() })

afterEach(cleanup)

const nextStep: FieldChange = {
  path: 'Opportunity.NextStep',
  label: 'Opportunity › Next Step',
  before: 'Call them',
  after: 'Kickoff on Monday',
  question: 'next.step',
}

const missing: Finding = {
  severity: 'blocks-submit',
  rule: 'required',
  sentence: 'Promises are missing.',
  question: 'promise',
  section: 'promises',
}

function open(changes: Partial<Parameters<typeof ReviewSheet>[0]> = {}) {
  const done: unknown[] = []
  const { user, show } = inSetting(null)
  show(
    <ReviewSheet
      draft={draft}
      changes={[nextStep]}
      unticked={[]}
      roles={[]}
      accountName="Northwind"
      inWords={['A handoff is created for Ben Kowalski.']}
      readers={[{ tier: 'recipient', labels: ['Sceptics and blockers'] }]}
      blocking={[]}
      steps={[]}
      outgoing={ana}
      mayBypass
      canSubmit
      isSending={false}
      search={async () => ({ users: [{ ...ben, title: '', email: '', department: '', why: '' }] })}
      searchManagers={async () => ({ users: [] })}
      problem={null}
      access={null}
      begun={null}
      checklist={null}
      onChange={(change) => done.push(change)}
      onGo={({ question }) => done.push(`go ${question}`)}
      onSubmit={() => done.push('submit')}
      onClose={() => done.push('close')}
      {...changes}
    />,
  )
  return { done, user }
}

const submit = () => screen.getByRole('button', { name: 'Write to Salesforce' })

describe('the review', () => {
  it('shows fields before and after, and what happens in words', () => {
    open()
    const sheet = within(screen.getByRole('dialog', { name: 'Review and submit' }))
    for (const words of [
      'Call them',
      'Kickoff on Monday',
      'A handoff is created for Ben Kowalski.',
    ]) {
      expect(sheet.getByText(words)).toBeDefined()
    }
  })

  it('names the people whose ids are written', () => {
    const path = 'Opportunity.Csm__c'
    const owner = { path, label: 'CSM', before: ana.userId, after: ben.userId, question: 'csm' }
    const csm = given({ type: 'person', ...ben })
    open({ changes: [owner], draft: { ...draft, recipient: null, answers: { csm } } })
    expect(screen.getByText(ben.name).tagName).toBe('INS')
    expect(screen.queryByText(ben.userId)).toBeNull()
  })

  it('leaves a field out when its tick is taken away', async () => {
    const { done, user } = open()
    await user.click(screen.getByRole('checkbox', { name: 'Opportunity › Next Step' }))
    expect(done).toEqual([{ unticked: ['Opportunity.NextStep'] }])
  })

  it('moves a step, gives it to somebody else and leaves an optional one out', async () => {
    const step = { key: 'kickoff', label: 'Kickoff', kind: 'joint-call', anchor: 'won' } as const
    const planned = { owner: 'incoming', at: null, day: '2026-12-04', touched: false } as const
    const kickoff = { ...step, ...planned, required: true, status: 'open' } as const
    const tour = { ...kickoff, key: 'tour', label: 'Visit', required: false } as const
    const { done, user } = open({ steps: [kickoff, tour] })
    fireEvent.change(screen.getByLabelText('Day: Kickoff'), { target: { value: '2026-12-11' } })
    await user.selectOptions(screen.getByLabelText('Whose task: Kickoff'), 'Ana Ferreira')
    expect(screen.queryByRole('checkbox', { name: 'Kickoff' })).toBeNull()
    await user.click(screen.getByRole('checkbox', { name: 'Visit' }))
    expect(done).toEqual([
      { milestones: { kickoff: { day: '2026-12-11' } } },
      { milestones: { kickoff: { owner: 'outgoing' } } },
      { milestones: { tour: { isLeftOut: true } } },
    ])
  })

  it('submits by button and by Ctrl+Enter', async () => {
    const { done, user } = open()
    await user.click(submit())
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(done).toEqual(['submit', 'submit'])
  })

  it.each([
    { state: 'something blocks', props: { canSubmit: false } },
    { state: 'it is on its way', props: { isSending: true } },
  ])('submits in no way while $state', async ({ props }) => {
    const { done, user } = open(props)
    const button = screen.getByRole('button', { name: /Write to Salesforce|Writing…/ })
    expect(button).toHaveProperty('disabled', true)
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(done).toEqual([])
  })

  it('leads to what blocks', async () => {
    const { done, user } = open({
      canSubmit: false,
      blocking: [missing],
    })
    await user.click(screen.getByRole('button', { name: 'Go' }))
    expect(done).toEqual(['go promise'])
  })

  it.each([
    { mayBypass: true, offers: 1, says: 0 },
    { mayBypass: false, offers: 0, says: 1 },
  ])(
    'offers to send what is incomplete with a manager’s word only where that is allowed: $mayBypass',
    ({ mayBypass, offers, says }) => {
      open({ canSubmit: false, mayBypass, blocking: [missing] })
      expect(screen.queryAllByText(/with a manager’s word/)).toHaveLength(offers)
      expect(screen.queryAllByText(/Nobody may send this incomplete/)).toHaveLength(says)
    },
  )

  it('finds the recipient by name', async () => {
    const nobody: Draft = { ...draft, recipient: null }
    const { done, user } = open({ draft: nobody, canSubmit: false })
    await user.click(await screen.findByRole('button', { name: /Ben Kowalski/ }))
    expect(done).toMatchObject([{ recipient: { userId: ben.userId, name: 'Ben Kowalski' } }])
  })
})

describe('choosing who takes over', () => {
  function Choosing() {
    const [recipient, setRecipient] = useState<Draft['recipient']>(null)
    const found = { ...ben, title: '', email: '', department: '', why: 'Account team: CSM' }
    const search = async () => ({ users: [found] })
    return <RecipientPicker {...{ recipient, search }} onRecipient={setRecipient} />
  }

  it('goes by keyboard, says why, and can be taken back', async () => {
    const { user } = inSetting(<Choosing />)
    await screen.findByRole('button', { name: /Ben Kowalski/ })
    await user.click(screen.getByRole('searchbox'))
    await user.keyboard('{Enter}')
    const region = screen.getByRole('region', { name: 'Who takes over' })
    expect(document.activeElement).toBe(region)
    expect(region.textContent).toContain('Account team: CSM')
    await user.tab()
    await user.keyboard('{Enter}')
    expect(document.activeElement).toBe(screen.getByRole('searchbox'))
    await user.click(screen.getByRole('button', { name: 'Keep Ben Kowalski' }))
    expect(region.textContent).toContain('Ben Kowalski')
  })
})

describe('a conflict', () => {
  it('shows three values of each field and writes only after a choice for each', async () => {
    const kept: unknown[] = []
    const { user } = inSetting(
      <Conflict
        conflicts={['A', 'B'].map((name) => ({
          path: `Opportunity.${name}`,
          label: name,
          seen: `seen ${name}`,
          mine: `mine ${name}`,
          theirs: `theirs ${name}`,
        }))}
        onKeep={(keep) => kept.push(keep)}
        onBack={() => kept.push('back')}
        backWords="Back to the draft"
      />,
    )
    const write = screen.getByRole('button', { name: 'Write it like this' })
    await user.click(screen.getByRole('radio', { name: /mine A/ }))
    expect(write).toHaveProperty('disabled', true)
    await user.click(screen.getByRole('radio', { name: /theirs B/ }))
    await user.click(write)
    expect(kept).toEqual([{ 'Opportunity.A': 'mine', 'Opportunity.B': 'theirs' }])
  })

  it('says what it only stands on, which asks for no choice', async () => {
    const kept: unknown[] = []
    const { user } = inSetting(
      <Conflict
        conflicts={[
          {
            path: 'Opportunity.OwnerId',
            label: 'Opportunity › Owner',
            seen: 'Ana Ferreira',
            mine: 'Ana Ferreira',
            theirs: 'Mara Delacroix',
          },
        ]}
        onKeep={(keep) => kept.push(keep)}
        onBack={() => undefined}
        backWords="Back to the draft"
      />,
    )
    const owner = screen.getByRole('region', { name: 'Opportunity › Owner' })
    expect(owner.textContent).toMatch(/looked: Ana Ferreira.*now: Mara Delacroix/)
    expect(screen.queryByRole('radio')).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Go on all the same' }))
    expect(kept).toEqual([{ 'Opportunity.OwnerId': 'theirs' }])
  })

  it('shows values as the user reads them elsewhere', () => {
    const formats = { locale: 'de-DE', timeZone: 'Europe/Berlin' }
    const choices = [{ value: 'Closed Won', label: 'Gewonnen' }]
    const values = [null, '', true, 1234.5, '2026-12-01', 'Closed Won', 'Ana', 'Closed Won;Ana']
    const read = values.map((value) => shown(value, { formats, choices })).join(' | ')
    expect(read).toBe('empty | empty | yes | 1.234,5 | 01.12.2026 | Gewonnen | Ana | Gewonnen, Ana')
    expect(shown('Ana; Ben', { formats })).toBe('Ana; Ben')
    expect(shown('15:45:00.000Z', { formats })).toBe('15:45')
  })
})
