import { cleanup, screen } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { AnswerEditor } from '#components/handoff/answer-editor.tsx'
import { ContactEditor } from '#components/handoff/contact-editor.tsx'
import { SourceLine } from '#components/handoff/source-line.tsx'
import { ContactRoleList } from '#components/review/contact-role-list.tsx'
import type { Value } from '#lib/handoff/answer.ts'
import { emptyRow } from '#lib/handoff/empty-row.ts'
import { noContact } from '#lib/handoff/no-contact.ts'
import type { Question } from '#lib/handoff/question.ts'
import { roleName } from '#lib/handoff/role-names.ts'
import { rowOf } from '#lib/handoff/row-shape.ts'
import { deal } from '../gallery/deal.ts'
import { inSetting } from './in-setting.tsx'

afterEach(cleanup)

const choices = [
  { value: 'Champion', label: 'Fürsprecher' },
  { value: 'Economic Buyer', label: 'Entscheider' },
]
const picklists = { 'OpportunityContactRole.Role': choices }

const champion: Question = {
  key: 'people.champion',
  label: 'Champion',
  help: 'Help.',
  example: 'Example.',
  answer: { type: 'contact' },
  tier: 'account-team',
  requirements: [],
  prefill: [{ from: 'contact-role', roles: ['Champion'] }],
}

const nothing = () => {}

const group: Question = { ...champion, key: 'people.group', answer: { type: 'people' } }

function Group({ part }: { readonly part: string }) {
  const row = { ...emptyRow('people', 'row-1'), name: 'Jonas Lindqvist', role: part }
  const [value, setValue] = useState<Value | null>({ type: 'people', rows: [rowOf('people', row)] })
  const names = { 'aria-label': 'Group' }
  return (
    <>
      <AnswerEditor question={group} {...{ value, names }} onValue={setValue} findings={[]} />
      <output aria-label="stored">{JSON.stringify(value)}</output>
    </>
  )
}

describe('a contact role', () => {
  it('is called so in a list of people, and kept by the name that Salesforce has for it', async () => {
    const { user } = inSetting(<Group part="Economic Buyer" />, { picklists })
    expect(screen.getByText(/Part in the deal: Entscheider/)).toBeDefined()
    await user.click(screen.getByRole('button', { name: /^Change/ }))
    const box = screen.getByLabelText('Part in the deal')
    expect(box).toHaveProperty('value', 'Entscheider')
    await user.clear(box)
    await user.type(box, 'Champion of all')
    expect(box).toHaveProperty('value', 'Champion of all')
    expect(screen.getByLabelText('stored').textContent).toContain('"role":"Champion of all"')
    await user.clear(box)
    await user.type(box, 'Fürsprecher')
    expect(screen.getByLabelText('stored').textContent).toContain('"role":"Champion"')
    expect(box).toHaveProperty('value', 'Fürsprecher')
  })

  it('is called what the org calls it where Salesforce’s answer is offered', () => {
    inSetting(<SourceLine question={champion} answer={undefined} onAnswer={nothing} />, {
      picklists,
    })
    expect(
      screen.getByText(/^Contact role › Fürsprecher: “Jonas Lindqvist, .*Fürsprecher/),
    ).toBeDefined()
    expect(screen.queryByText(/Champion/)).toBeNull()
  })

  it('is called so in the search, and where it is changed', async () => {
    const names = { 'aria-label': 'Champion' }
    const editor = { question: champion, names, onValue: nothing, findings: [] }
    const { user, show } = inSetting(<ContactEditor {...editor} value={null} />, { picklists })
    await user.type(screen.getByRole('searchbox'), 'jonas')
    expect(screen.getByText(/^Fürsprecher/)).toBeDefined()
    const jonas = deal.contactRoles.find(({ role }) => role === 'Champion')
    const changed = { role: 'Business User', newRole: 'Business User' }
    show(
      <ContactEditor
        {...editor}
        key="changed"
        value={{
          ...noContact,
          contactId: jonas?.contactId ?? '',
          name: 'Jonas Lindqvist',
          ...changed,
        }}
      />,
    )
    expect(screen.getByText(/^Was “Fürsprecher”/)).toBeDefined()
  })

  it('is called so in the review', () => {
    inSetting(
      <ContactRoleList
        roles={[
          {
            kind: 'changed',
            key: 'k',
            roleId: 'r',
            name: 'Jonas',
            question: champion.key,
            before: 'Champion',
            role: 'Economic Buyer',
          },
        ]}
        unticked={[]}
        accountName="Northwind"
        nameOf={(role) => roleName(role, choices)}
        onTick={nothing}
      />,
    )
    const sentence = 'The contact role of Jonas changes from “Fürsprecher” to “Entscheider”.'
    expect(screen.getByText(sentence)).toBeDefined()
  })
})
