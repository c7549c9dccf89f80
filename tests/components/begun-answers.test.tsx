import { act, cleanup, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { AnswerEditor } from '#components/handoff/answer-editor.tsx'
import { boxOf } from '#components/handoff/box-names.ts'
import { begunAnswers } from '#components/review/begun-answers.ts'
import { WithUnread } from '#components/handoff/unread.ts'
import { BegunList } from '#components/review/begun-list.tsx'
import { useTypedTexts } from '#components/hooks/use-typed-texts.ts'
import type { Answer } from '#lib/handoff/answer.ts'
import type { Question } from '#lib/handoff/question.ts'
import { ana } from '../gallery/deal.ts'
import { inSetting } from './in-setting.tsx'
import { sessionStorage } from './session-storage.ts'

afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const billing: Question = {
  key: 'people.billing',
  label: 'Billing contact',
  help: 'Help.',
  example: 'Example.',
  answer: { type: 'contact' },
  tier: 'account-team',
  requirements: [],
}

const about = {
  kind: 'given' as const,
  provenance: { from: 'typed' as const },
  evidence: [],
  by: ana,
  at: '2026-11-23T10:00:00Z',
}

const went: string[] = []

const ours: Question = { ...billing, key: 'people.engineer', answer: { type: 'person' } }
const group: Question = { ...billing, key: 'people.group', answer: { type: 'people' } }
const price: Question = { ...billing, key: 'deal.price', answer: { type: 'number' } }

function Draft({ question = billing }: { readonly question?: Question }) {
  const unread = useTypedTexts('unread:draft')
  return (
    <WithUnread value={unread}>
      <AnswerEditor
        question={question}
        value={null}
        names={{ 'aria-label': 'Billing contact' }}
        onValue={() => {}}
        findings={[]}
      />
      <BegunList
        begun={begunAnswers([question], {}, unread.typed)}
        onGo={(place) => went.push(place.question)}
      />
    </WithUnread>
  )
}

async function begin() {
  const { user } = inSetting(<Draft />)
  await user.type(screen.getByRole('searchbox', { name: 'Billing contact' }), 'Zoe van Dam')
  await user.click(await screen.findByRole('button', { name: /^Create/ }))
  await screen.findByLabelText('First name')
  return user
}

describe('a new contact that was begun and not used', () => {
  it('is named before the handoff is sent, with a way there', async () => {
    vi.stubGlobal('chrome', { storage: sessionStorage() })
    const user = await begin()
    const sentence =
      'Billing contact: “Zoe van Dam” is not sent until you press “Use this contact”.'
    expect(screen.getByText(sentence)).toBeDefined()
    await user.click(screen.getByRole('button', { name: 'Go' }))
    expect(went).toEqual(['people.billing'])
    await user.click(screen.getByRole('button', { name: 'Use this contact' }))
    expect(screen.queryByText(/is not sent/)).toBeNull()
  })

  it('is there as it was typed when the panel is opened again', async () => {
    vi.stubGlobal('chrome', { storage: sessionStorage() })
    const user = await begin()
    await user.type(screen.getByLabelText('Title'), 'Controller')
    await screen.findByDisplayValue('Controller')
    cleanup()
    inSetting(<Draft />)
    expect(await screen.findByLabelText('Title')).toHaveProperty('value', 'Controller')
    expect(screen.getByLabelText(/^Last name/)).toHaveProperty('value', 'Dam')
    expect(document.activeElement).toBe(document.body)
  })

  it('is in nobody’s way where the question was answered otherwise', () => {
    const typed = { [boxOf(billing.key)]: 'Zoe van Dam' }
    const { by, at } = about
    const other: Answer = { kind: 'not-applicable', why: '', by, at }
    expect(begunAnswers([billing], { [billing.key]: other }, typed)).toEqual([])
    expect(begunAnswers([], {}, typed)).toEqual([])
  })
})

describe('what is typed and is no answer yet', () => {
  const named = 'Billing contact'

  it('is named where somebody was only searched for', async () => {
    vi.stubGlobal('chrome', { storage: sessionStorage() })
    const { user } = inSetting(<Draft />)
    await user.type(screen.getByRole('searchbox', { name: named }), 'Zoe van Dam')
    const sentence = /“Zoe van Dam” is not sent until you pick somebody/
    expect(screen.getByText(sentence)).toBeDefined()
    await user.click(await screen.findByRole('button', { name: /^Use “Zoe van Dam”/ }))
    expect(screen.queryByText(sentence)).toBeNull()
  })

  it('stands in the search again when the panel is opened again, and asks Salesforce nothing', async () => {
    vi.stubGlobal('chrome', { storage: sessionStorage() })
    const searchContacts = vi.fn(async () => ({ contacts: [] }))
    const { user } = inSetting(<Draft />, { searchContacts })
    await user.type(screen.getByRole('searchbox', { name: named }), 'Zoe')
    cleanup()
    searchContacts.mockClear()
    vi.useFakeTimers()
    inSetting(<Draft />, { searchContacts })
    await act(() => vi.advanceTimersByTimeAsync(1000))
    expect(screen.getByDisplayValue('Zoe')).toBeDefined()
    expect(document.activeElement).toBe(document.body)
    expect(searchContacts).not.toHaveBeenCalled()
  })

  it('is named where a colleague was only searched for', async () => {
    vi.stubGlobal('chrome', { storage: sessionStorage() })
    const { user } = inSetting(<Draft question={ours} />)
    await user.type(screen.getByRole('searchbox', { name: named }), 'Kim')
    expect(screen.getByText(/“Kim” is not sent until you pick somebody/)).toBeDefined()
  })

  it('is named where a list was pasted and no rows were made of it', async () => {
    vi.stubGlobal('chrome', { storage: sessionStorage() })
    const { user } = inSetting(<Draft question={group} />)
    await user.click(screen.getByRole('button', { name: 'Paste a list' }))
    await user.type(screen.getByLabelText('List'), 'Zoe van Dam')
    const sentence = /“Zoe van Dam” is not sent until you press “Make rows”/
    expect(screen.getByText(sentence)).toBeDefined()
    await user.click(screen.getByRole('button', { name: 'Make rows' }))
    expect(screen.queryByText(sentence)).toBeNull()
  })

  it('is named where it is no number', async () => {
    vi.stubGlobal('chrome', { storage: sessionStorage() })
    const { user } = inSetting(<Draft question={price} />)
    await user.type(screen.getByRole('textbox', { name: named }), 'a lot')
    expect(screen.getByText(/“a lot” is not a number, and is not sent/)).toBeDefined()
    const rows = [{ id: 'row-1', name: 'Planner', quantity: 0, totalPrice: 0 }]
    const products: Answer = { ...about, value: { type: 'products', rows } }
    const typed = { 'products row-1 quantity': 'a few', 'products row-2 quantity': 'none' }
    expect(begunAnswers([group], { [group.key]: products }, typed)).toHaveLength(1)
  })
})
