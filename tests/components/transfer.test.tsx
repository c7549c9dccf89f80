import { cleanup, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { TransferSheet } from '#components/transfer/transfer-sheet.tsx'
import type { TransferFacts } from '#lib/handoff/transfer.ts'
import { ana, ben, handoff } from '../lib/handoff/builders.ts'
import { inSetting } from './in-setting.tsx'

afterEach(cleanup)

const tom = { userId: '005000000000004AAA', name: 'Tom Reed', role: 'Sales Rep', access: 'Read' }
const sara = { userId: '005000000000005AAA', name: 'Sara Lund', role: '', access: 'Edit' }

const found: TransferFacts = {
  owner: ana,
  ownerIsActive: true,
  to: ben,
  toIsActive: true,
  mayTransfer: true,
  reachAfter: 'unknown',
  everybody: 'Read',
  teamAccess: 'on-create',
  team: [
    { ...tom, isActive: false },
    { ...sara, isActive: true },
  ],
  grants: [],
  activities: [{ object: 'Task', id: '00T1', subject: 'Call Ines', day: '2026-12-01' }],
  mayMoveActivities: true,
  othersActivities: 1,
  credits: [{ name: 'Ana Alvarez', kind: 'Revenue', percent: 60 }],
  contactRoles: 1,
  accountTeam: 2,
}

function shown(facts: Partial<TransferFacts> = {}, isForOther = false) {
  const onDo = vi.fn()
  const { user } = inSetting(
    <TransferSheet
      aim="transfer"
      handoff={handoff({ status: 'accepted', outgoing: ana, incoming: ben })}
      facts={{ ...found, ...facts }}
      instead={null}
      isForOther={isForOther}
      isBusy={false}
      formats={{ locale: 'en-GB', timeZone: 'UTC' }}
      help={<button type="button">Ask Mara</button>}
      onDo={onDo}
      onClose={() => undefined}
    />,
  )
  const lines = (title: RegExp) => {
    const head = screen.queryByRole('heading', { level: 3, name: title, hidden: true })
    return [...(head?.parentElement?.querySelectorAll('li') ?? [])].map((line) => line.textContent)
  }
  const press = () =>
    user.click(screen.getByRole('button', { name: 'Transfer to Ben Bauer', hidden: true }))
  return { user, onDo, lines, press }
}

describe('the sheet in which a deal is transferred', () => {
  it('tells what goes, comes back, stays, is lost and has to be checked', () => {
    const { lines } = shown()
    expect(lines(/^Goes to/)).toEqual([
      'The deal itself, from Ana Alvarez',
      'Task: Call Ines, 1 Dec 2026',
    ])
    expect(lines(/^Salesforce removes it/)).toEqual([
      'Sara Lund, can edit',
      'Ana Alvarez, can edit',
    ])
    expect(lines(/^Stays/)).toEqual([
      '1 open activity of others',
      '1 contact role',
      '2 people on the account team',
      'What is closed, notes, files and the history',
    ])
    expect(lines(/^Is not put back/)).toEqual(['Tom Reed: is no longer active'])
    expect(lines(/^Check afterwards/)).toEqual(['Revenue: Ana Alvarez, 60%'])
  })

  it('does as it is told: who may what, what stays, who puts the team back', async () => {
    const { user, onDo, lines, press } = shown()
    const radio = (name: RegExp) => screen.getByRole('radio', { name, hidden: true })
    await user.click(radio(/^What everybody may/))
    await user.click(screen.getByRole('checkbox', { hidden: true }))
    await user.click(radio(/puts it back afterwards/))
    expect(lines(/Ben Bauer puts it back/)).toEqual(['Sara Lund, can edit'])
    expect(lines(/^Stays/)[0]).toBe('1 open activity of Ana Alvarez')
    await press()
    expect(onDo).toHaveBeenCalledWith({
      place: 'none',
      takesActivities: false,
      team: 'new-owner',
      reason: '',
    })
  })

  it('leaves the team to the new owner where nobody else may change it then', async () => {
    const { onDo, press } = shown({ reachAfter: 'no' })
    expect(screen.getByRole('button', { name: 'Ask Mara', hidden: true })).toBeDefined()
    await press()
    expect(onDo).toHaveBeenCalledWith(expect.objectContaining({ team: 'new-owner' }))
  })

  it.each([
    [{ mayTransfer: false }, /Salesforce does not let you change the owner/],
    [{ toIsActive: false }, /no longer active, so Salesforce lets them own nothing/],
    [{ owner: ben }, /owns the deal already/],
  ])('says why not, and offers help: %o', async (facts, words) => {
    const { onDo, press } = shown(facts)
    expect(screen.getByText(words)).toBeDefined()
    await press()
    expect(onDo).not.toHaveBeenCalled()
  })

  it('offers no place to an owner who has left, and asks whoever is neither side why', async () => {
    const { user, onDo, press } = shown({ ownerIsActive: false }, true)
    expect(screen.queryByRole('radio', { name: /^Edit it/, hidden: true })).toBeNull()
    await press()
    expect(onDo).not.toHaveBeenCalled()
    await user.type(screen.getByRole('textbox', { hidden: true }), 'Ana has left.')
    await press()
    expect(onDo).toHaveBeenCalledWith(expect.objectContaining({ reason: 'Ana has left.' }))
  })

  it('says so when somebody else owns the deal', () => {
    shown({ owner: { ...sara, name: 'Sara Lund' } })
    expect(screen.getByText('Somebody else owns this deal')).toBeDefined()
  })
})
