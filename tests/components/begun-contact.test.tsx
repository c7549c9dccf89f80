import { cleanup, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { begunContacts, boxOf } from '#components/handoff/begun-contact.ts'
import { ContactEditor } from '#components/handoff/contact-editor.tsx'
import { WithUnread } from '#components/handoff/unread.ts'
import { BegunList } from '#components/review/begun-list.tsx'
import { useTypedTexts } from '#components/hooks/use-typed-texts.ts'
import type { Question } from '#lib/handoff/question.ts'
import { ana } from '../gallery/deal.ts'
import { inSetting } from './in-setting.tsx'
import { sessionStorage } from './session-storage.ts'

afterEach(cleanup)

const billing: Question = {
  key: 'people.billing',
  label: 'Billing contact',
  help: 'Help.',
  example: 'Example.',
  answer: { type: 'contact' },
  tier: 'account-team',
  requirements: [],
}

const went: string[] = []

function Draft() {
  const unread = useTypedTexts('unread:draft')
  return (
    <WithUnread value={unread}>
      <ContactEditor
        question={billing}
        value={null}
        names={{ 'aria-label': 'Billing contact' }}
        onValue={() => {}}
        findings={[]}
      />
      <BegunList
        begun={begunContacts([billing], {}, unread.typed)}
        onGo={({ question }) => went.push(question)}
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
    const answer = { kind: 'not-applicable' as const, why: '', by: ana, at: '2026-11-23T10:00:00Z' }
    expect(begunContacts([billing], { [billing.key]: answer }, typed)).toEqual([])
    expect(begunContacts([], {}, typed)).toEqual([])
  })
})
