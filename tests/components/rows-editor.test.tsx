import { cleanup, screen, within } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { AnswerEditor } from '#components/handoff/answer-editor.tsx'
import type { Value } from '#lib/handoff/answer.ts'
import { columnsOf } from '#lib/handoff/columns.ts'
import type { Question } from '#lib/handoff/question.ts'
import { rowKinds } from '#lib/handoff/rows.ts'
import { inSetting } from './in-setting.tsx'

afterEach(cleanup)

const questionOf = (type: (typeof rowKinds)[number]): Question => ({
  key: 'asked',
  label: 'What we promised',
  help: 'Help.',
  example: 'Example.',
  answer: { type },
  tier: 'everyone',
  requirements: [],
})

function Editor({ type, first = null }: { type: (typeof rowKinds)[number]; first?: Value | null }) {
  const [value, setValue] = useState<Value | null>(first)
  return (
    <>
      <h3 id="label">What we promised</h3>
      <AnswerEditor
        question={questionOf(type)}
        value={value}
        names={{ 'aria-labelledby': 'label' }}
        onValue={setValue}
        findings={[]}
      />
      <output aria-label="stored">{JSON.stringify(value)}</output>
    </>
  )
}

const stored = (): unknown => JSON.parse(screen.getByLabelText('stored').textContent)

const risks = (...words: string[]): Value => ({
  type: 'risks',
  rows: words.map((risk) => ({ id: risk, risk, severity: 'medium', mitigation: '', owner: '' })),
})

const storedRisks = () =>
  Array.from(JSON.stringify(stored()).matchAll(/"risk":"([^"]*)"/g), ([, risk]) => risk)

describe('a list of rows', () => {
  it.each(rowKinds)('takes a row of %s, with a control for each needed column', async (kind) => {
    const { user } = inSetting(<Editor type={kind} />)
    await user.click(screen.getByRole('button', { name: /^Add / }))
    const row = within(screen.getByRole('group'))
    for (const { label } of columnsOf(kind).filter(({ needed }) => needed)) {
      expect(row.getByLabelText(new RegExp(`^${label}`))).toBeDefined()
    }
    expect(stored()).toMatchObject({ type: kind, rows: [{}] })
  })

  it('puts the focus into a row that was just added', async () => {
    const { user } = inSetting(<Editor type="risks" />)
    await user.click(screen.getByRole('button', { name: 'Add risk' }))
    await user.keyboard('They may leave')
    expect(storedRisks()).toEqual(['They may leave'])
  })

  it('drops a row that is finished without a word in it', async () => {
    const { user } = inSetting(<Editor type="risks" />)
    await user.click(screen.getByRole('button', { name: 'Add risk' }))
    await user.click(screen.getByRole('button', { name: 'Done' }))
    expect(stored()).toBeNull()
  })

  it('moves rows', async () => {
    const { user } = inSetting(<Editor type="risks" first={risks('one', 'two', 'three')} />)
    await user.click(screen.getByRole('button', { name: 'Move risk 3 up' }))
    expect(storedRisks()).toEqual(['one', 'three', 'two'])
  })

  it('brings a removed row back to its place, and keeps what was typed meanwhile', async () => {
    const { user } = inSetting(<Editor type="risks" first={risks('one', 'two', 'three')} />)
    await user.click(screen.getByRole('button', { name: 'Remove risk 2' }))
    expect(storedRisks()).toEqual(['one', 'three'])
    await user.click(screen.getByRole('button', { name: 'Change risk 1' }))
    await user.type(screen.getByLabelText(/^Risk/), ' more')
    await user.click(screen.getByRole('button', { name: 'Undo removal' }))
    expect(storedRisks()).toEqual(['one more', 'two', 'three'])
  })

  it('makes a row of each pasted line', async () => {
    const { user } = inSetting(<Editor type="risks" first={risks('one')} />)
    await user.click(screen.getByRole('button', { name: 'Paste a list' }))
    await user.click(screen.getByLabelText('List'))
    await user.paste('- two\n- three\n\n')
    await user.click(screen.getByRole('button', { name: 'Make rows' }))
    expect(storedRisks()).toEqual(['one', 'two', 'three'])
  })
})
