import { cleanup, fireEvent, screen } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { AnswerEditor } from '#components/handoff/answer-editor.tsx'
import type { Value } from '#lib/handoff/answer.ts'
import type { Question } from '#lib/handoff/question.ts'
import { deal } from '../gallery/deal.ts'
import { inSetting } from './in-setting.tsx'

afterEach(cleanup)

const question: Question = {
  key: 'people.sponsor',
  label: 'Executive sponsor',
  help: 'Help.',
  example: 'Example.',
  answer: { type: 'contact', role: 'Executive Sponsor' },
  tier: 'account-team',
  requirements: [],
}

interface EditorProps {
  readonly first?: Value | null
  readonly of?: Question
}

function Editor({ first = null, of = question }: EditorProps) {
  const [value, setValue] = useState<Value | null>(first)
  return (
    <>
      <AnswerEditor
        question={of}
        value={value}
        names={{ 'aria-label': 'Executive sponsor' }}
        onValue={setValue}
        findings={[]}
      />
      <output aria-label="stored">{JSON.stringify(value)}</output>
    </>
  )
}

const stored = (): unknown => JSON.parse(screen.getByLabelText('stored').textContent)
const search = () => screen.getByRole('searchbox', { name: 'Executive sponsor' })

describe('somebody at the customer', () => {
  it('is chosen from the contact roles of the deal by typing and Enter', async () => {
    const { user } = inSetting(<Editor />)
    await user.type(search(), 'jonas{Enter}')
    expect(stored()).toMatchObject({ name: 'Jonas Lindqvist', role: 'Champion' })
  })

  it('is found among the contacts of the account, and becomes a contact role', async () => {
    const { user } = inSetting(<Editor />)
    await user.type(search(), 'dana')
    await user.click(await screen.findByRole('button', { name: /^Dana Cole/ }))
    expect(stored()).toMatchObject({ name: 'Dana Cole', role: 'Executive Sponsor' })
    expect(screen.getByText(/Becomes a contact role of this deal/)).toBeDefined()
    expect(document.activeElement).toBe(screen.getByLabelText('Contact role'))
    await user.selectOptions(screen.getByLabelText('Strength of support'), 'strong')
    expect(stored()).toMatchObject({ strength: 'strong' })
  })

  it('is made a contact where there is none', async () => {
    const { user } = inSetting(<Editor />)
    await user.type(search(), 'Zoe van Dam')
    await user.click(await screen.findByRole('button', { name: /^Create/ }))
    expect(await screen.findByLabelText('First name')).toBe(document.activeElement)
    await user.keyboard('{Control>}a{/Control}Zoe')
    await user.clear(screen.getByLabelText(/^Last name/))
    await user.type(screen.getByLabelText(/^Last name/), 'van Dam{Enter}')
    expect(stored()).toMatchObject({ contactId: '', name: 'Zoe van Dam', lastName: 'van Dam' })
    expect(screen.getByText(/Becomes a contact and a contact role/)).toBeDefined()
  })

  it.each([
    { typed: '田中 花子', locale: 'en-GB', lastName: '田中', firstName: '花子' },
    { typed: 'Nagy Éva', locale: 'hu-HU', lastName: 'Nagy', firstName: 'Éva' },
  ])('$typed keeps the last name first where it is written so', async (named) => {
    const { typed, locale, lastName, firstName } = named
    const { user } = inSetting(<Editor />, { formats: { locale, timeZone: 'UTC' } })
    await user.type(search(), typed)
    await user.click(await screen.findByRole('button', { name: /^Create/ }))
    expect(await screen.findByLabelText('First name')).toHaveProperty('value', firstName)
    expect(screen.getByLabelText(/^Last name/)).toHaveProperty('value', lastName)
    await user.type(screen.getByLabelText('Title'), 'CFO')
    await user.keyboard('{Escape}')
    expect(search()).toHaveProperty('value', typed)
    await user.click(await screen.findByRole('button', { name: /^Create/ }))
    await user.click(await screen.findByRole('button', { name: 'Use this contact' }))
    expect(stored()).toMatchObject({ name: typed, lastName })
  })

  it('is not made a contact with a name that Salesforce would refuse for its length', async () => {
    const { user } = inSetting(<Editor />)
    await user.type(search(), 'Zoe van Dam')
    await user.click(await screen.findByRole('button', { name: /^Create/ }))
    const last = await screen.findByLabelText(/^Last name/)
    fireEvent.input(last, { target: { value: 'x'.repeat(81) } })
    expect(screen.getByText('“Last name” has 81 characters; 80 fit.')).toBeDefined()
    expect(screen.getByRole('button', { name: 'Use this contact' })).toHaveProperty(
      'disabled',
      true,
    )
    fireEvent.input(last, { target: { value: 'x'.repeat(80) } })
    await user.click(screen.getByRole('button', { name: 'Use this contact' }))
    expect(stored()).toMatchObject({ lastName: 'x'.repeat(80) })
  })

  it('is still named in the search when making a contact is given up', async () => {
    const { user } = inSetting(<Editor />)
    await user.type(search(), 'Zoe van Dam')
    await user.click(await screen.findByRole('button', { name: /^Create/ }))
    await screen.findByLabelText('First name')
    await user.keyboard('{Escape}')
    expect(search()).toHaveProperty('value', 'Zoe van Dam')
    expect(document.activeElement).toBe(search())
    await user.keyboard('{Escape}')
    expect(search()).toHaveProperty('value', '')
    expect(stored()).toBeNull()
  })

  it('keeps whoever was there when a search is left by Esc', async () => {
    const { user } = inSetting(<Editor />)
    await user.type(search(), 'jonas{Enter}')
    await user.click(screen.getByRole('button', { name: 'Change' }))
    await user.type(search(), 'x{Escape}{Escape}')
    expect(stored()).toMatchObject({ name: 'Jonas Lindqvist' })
    expect(screen.queryByRole('searchbox')).toBeNull()
  })

  it('is not offered to be made where that is not allowed, and it is said what is needed', async () => {
    const people = {
      addRole: true,
      changeRole: false,
      createContact: false,
      roles: [],
      contactFields: [],
      contactNeeds: ['Region'],
    }
    const { user } = inSetting(<Editor />, { people })
    await user.type(search(), 'Zoe')
    expect(await screen.findByText(/A new contact needs Region/)).toBeDefined()
    expect(screen.queryByRole('button', { name: /^Create/ })).toBeNull()
    await user.click(screen.getByRole('button', { name: /^Use “Zoe”/ }))
    expect(stored()).toMatchObject({ contactId: '', name: 'Zoe' })
    expect(screen.getByText(/Only a name/)).toBeDefined()
  })

  it('is to be called strong or weak where the question asks for the champion', async () => {
    const champion = { ...question, answer: { type: 'contact' as const, role: 'Champion' } }
    const { user } = inSetting(<Editor of={champion} />)
    await user.type(search(), 'mina{Enter}')
    const strength = screen.getByLabelText(/^Strength of support/)
    expect(strength.getAttribute('aria-required')).toBe('true')
    await user.selectOptions(strength, 'strong')
    expect(strength.getAttribute('aria-required')).toBe('false')
  })

  it('changes the part they play in Salesforce, and says so', async () => {
    const [mina] = deal.contactRoles
    const { user } = inSetting(<Editor />)
    await user.type(search(), `${mina?.name}{Enter}`)
    await user.selectOptions(screen.getByLabelText('Contact role'), 'Business User')
    expect(stored()).toMatchObject({ role: 'Business User', newRole: 'Business User' })
    expect(screen.getByText(/Was “Economic Buyer”/)).toBeDefined()
  })

  it('keeps what was said of them, and nothing of it for somebody else', async () => {
    const { user } = inSetting(<Editor />)
    await user.type(search(), 'jonas{Enter}')
    await user.type(screen.getByLabelText('What to know about them'), 'Direct')
    await user.click(screen.getByRole('button', { name: 'Change' }))
    await user.click(screen.getByRole('button', { name: 'Cancel' }))
    expect(stored()).toMatchObject({ name: 'Jonas Lindqvist', note: 'Direct' })
    await user.click(screen.getByRole('button', { name: 'Change' }))
    await user.type(search(), 'mina{Enter}')
    expect(stored()).toMatchObject({ name: 'Mina Okafor', note: '' })
  })
})
