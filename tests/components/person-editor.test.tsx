import { cleanup, screen } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { PersonEditor } from '#components/handoff/person-editor.tsx'
import type { SearchUsers } from '#components/ui/user-search.tsx'
import type { Value } from '#lib/handoff/answer.ts'
import type { Question } from '#lib/handoff/question.ts'
import { ana } from '../gallery/deal.ts'
import { inSetting } from './in-setting.tsx'

afterEach(cleanup)

const question: Question = {
  key: 'next.owner',
  label: 'Who does it',
  help: 'Help.',
  example: 'Example.',
  answer: { type: 'person' },
  tier: 'everyone',
  requirements: [],
}

function Editor() {
  const [value, setValue] = useState<Value | null>(null)
  return (
    <PersonEditor
      {...{ question, value }}
      names={{ 'aria-label': 'Who does it' }}
      onValue={setValue}
      findings={[]}
    />
  )
}

const user = (name: string, title: string) => ({
  userId: name,
  name,
  title,
  email: '',
  department: '',
  why: '',
})
const kim = user('Kim Berg', 'Sales Manager')
const hanna = user('Hanna Wolf', 'Seller')
const box = () => screen.getByRole('searchbox')
const names = () => screen.getAllByRole('button').map(({ textContent }) => textContent)

describe('somebody of us', () => {
  it('may be the user, whom no search for a colleague finds', async () => {
    const { user: person } = inSetting(<Editor />, { searchUsers: async () => ({ users: [] }) })
    await person.type(box(), ana.name.slice(0, 4))
    await person.click(await screen.findByRole('button', { name: new RegExp(`^${ana.name}`) }))
    expect(screen.getByText(ana.name)).toBeDefined()
  })

  it('is found by name first, by title after that', async () => {
    const searchUsers = async () => ({ users: [kim, hanna] })
    const { user: person } = inSetting(<Editor />, { searchUsers })
    await person.type(box(), 'an')
    await screen.findByRole('button', { name: /^Kim/ })
    expect(names()[0]).toContain('Hanna Wolf')
    expect(names().at(-1)).toContain('Kim Berg')
  })

  it('is never one who was found for an earlier text', async () => {
    const searchUsers: SearchUsers = (text) =>
      text === '' ? Promise.resolve({ users: [kim] }) : new Promise(() => {})
    const { user: person } = inSetting(<Editor />, { searchUsers })
    await person.click(box())
    await screen.findByRole('button', { name: /^Kim/ })
    await person.type(box(), 'hanna{Enter}')
    expect(screen.queryByText(kim.name)).toBeNull()
    expect(box()).toHaveProperty('value', 'hanna')
  })
})
