import { cleanup, screen, within } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { AnswerEditor } from '#components/handoff/answer-editor.tsx'
import type { Value } from '#lib/handoff/answer.ts'
import { columnsOf } from '#lib/handoff/columns.ts'
import { emptyRow } from '#lib/handoff/empty-row.ts'
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

  it('reads numbers in the user’s own separators, and says what it cannot read', async () => {
    const first = {
      type: 'products' as const,
      rows: [{ ...emptyRow('products', 'p1'), name: 'Seats' }],
    }
    const german = { formats: { locale: 'de-DE', timeZone: 'Europe/Berlin' } }
    const { user } = inSetting(<Editor type="products" first={first} />, german)
    await user.click(screen.getByRole('button', { name: 'Change product 1' }))
    const price = screen.getByLabelText('Total price')
    await user.clear(price)
    await user.type(price, '1.234,5')
    expect(stored()).toMatchObject({ rows: [{ totalPrice: 1234.5 }] })
    await user.type(price, ' or so')
    expect(screen.getByRole('alert').textContent).toContain('is not a number')
    expect(stored()).toMatchObject({ rows: [{ totalPrice: 1234.5 }] })
    await user.click(screen.getByRole('button', { name: 'Done' }))
    expect(screen.getByText(/1\.234,50\s€/)).toBeDefined()
  })

  it('reads prices with their currency from a spreadsheet, and leaves those in another as words', async () => {
    const { user } = inSetting(<Editor type="products" />)
    await user.click(screen.getByRole('button', { name: 'Paste a list' }))
    await user.paste('Support\t2\t€1,000\nTraining\t1\t$500')
    await user.click(screen.getByRole('button', { name: 'Make rows' }))
    expect(stored()).toMatchObject({
      rows: [
        { name: 'Support', quantity: 2, totalPrice: 1000 },
        { name: 'Training (Total price: $500)', quantity: 1 },
      ],
    })
    expect(screen.queryByText(/€0/)).toBeNull()
  })

  it('says when something happened as the user writes days', () => {
    const at = '2026-12-03T23:30:00.000Z'
    const first = {
      type: 'evidence' as const,
      rows: [{ ...emptyRow('evidence', 'e1'), title: 'Kickoff', at }],
    }
    inSetting(<Editor type="evidence" first={first} />, {
      formats: { locale: 'de-DE', timeZone: 'Europe/Berlin' },
    })
    expect(screen.getByText(/When: 04\.12\.2026/)).toBeDefined()
  })

  it('puts a day that is typed in into its box without marks of direction around it', async () => {
    const at = '2026-12-03T23:30:00.000Z'
    const first = {
      type: 'evidence' as const,
      rows: [{ ...emptyRow('evidence', 'e1'), title: 'Kickoff', at }],
    }
    const { user } = inSetting(<Editor type="evidence" first={first} />, {
      formats: { locale: 'he-IL', timeZone: 'Asia/Jerusalem' },
    })
    await user.click(screen.getByRole('button', { name: /^Change / }))
    expect(screen.getByLabelText('When')).toHaveProperty('value', '4 בדצמ׳ 2026')
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

  it('makes rows of what is pasted from a spreadsheet, by its headings and in the user’s own dates', async () => {
    const { user } = inSetting(<Editor type="commitments" />)
    await user.click(screen.getByRole('button', { name: 'Paste a list' }))
    await user.paste(
      'Due\tTo whom\tWhat was promised, in their words\n01/06/2027\tDana\tFree training',
    )
    await user.click(screen.getByRole('button', { name: 'Make rows' }))
    expect(stored()).toMatchObject({
      rows: [{ words: 'Free training', toWhom: 'Dana', due: '2027-06-01' }],
    })
  })

  it('makes rows of a list pasted into a blank row, and one of it again when that was not meant', async () => {
    const { user } = inSetting(<Editor type="risks" />)
    await user.click(screen.getByRole('button', { name: 'Add risk' }))
    await user.paste('1. They may leave\n2. No budget')
    expect(storedRisks()).toEqual(['They may leave', 'No budget'])
    await user.click(screen.getByRole('button', { name: 'Keep it in one' }))
    expect(stored()).toMatchObject({ rows: [{ risk: '1. They may leave\n2. No budget' }] })
  })

  it('takes prose of several lines as prose', async () => {
    const { user } = inSetting(<Editor type="risks" />)
    await user.click(screen.getByRole('button', { name: 'Add risk' }))
    await user.paste('They may leave.\nMina said so.')
    expect(stored()).toMatchObject({ rows: [{ risk: 'They may leave.\nMina said so.' }] })
  })
})

const focused = () =>
  document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent

describe('a list of rows by keyboard', () => {
  it('opens a row with the focus in it, and gives it back to the row by Esc', async () => {
    const { user } = inSetting(<Editor type="risks" first={risks('one', 'two')} />)
    screen.getByRole('button', { name: 'Change risk 2' }).focus()
    await user.keyboard('{Enter}')
    await user.keyboard('{Control>}{End}{/Control} more{Escape}')
    expect(storedRisks()).toEqual(['one', 'two more'])
    expect(focused()).toBe('Change risk 2')
  })

  it('keeps the focus on a row that moves, also at the end of the list', async () => {
    const { user } = inSetting(<Editor type="risks" first={risks('one', 'two', 'three')} />)
    screen.getByRole('button', { name: 'Move risk 3 up' }).focus()
    await user.keyboard('{Enter}')
    expect(focused()).toBe('Move risk 2 up')
    await user.keyboard('{Enter}')
    expect(storedRisks()).toEqual(['three', 'one', 'two'])
    expect(focused()).toBe('Move risk 1 down')
  })

  it('goes to the next row when one is removed, and to the one that is brought back', async () => {
    const { user } = inSetting(<Editor type="risks" first={risks('one', 'two', 'three')} />)
    screen.getByRole('button', { name: 'Remove risk 2' }).focus()
    await user.keyboard('{Enter}')
    expect(focused()).toBe('Change risk 2')
    await user.keyboard('{Control>}z{/Control}')
    expect(storedRisks()).toEqual(['one', 'two', 'three'])
    expect(focused()).toBe('Change risk 2')
  })

  it('brings back every row that was removed, the last first', async () => {
    const { user } = inSetting(<Editor type="risks" first={risks('one', 'two', 'three')} />)
    await user.click(screen.getByRole('button', { name: 'Remove risk 3' }))
    await user.click(screen.getByRole('button', { name: 'Remove risk 1' }))
    await user.click(screen.getByRole('button', { name: 'Undo removal' }))
    expect(storedRisks()).toEqual(['one', 'two'])
    await user.click(screen.getByRole('button', { name: 'Undo removal' }))
    expect(storedRisks()).toEqual(['one', 'two', 'three'])
  })

  it('adds row after row by Enter', async () => {
    const { user } = inSetting(<Editor type="competitors" />)
    screen.getByRole('button', { name: 'Add competitor' }).focus()
    await user.keyboard('{Enter}Ledgerly{Enter}{Enter}Tallio{Enter}')
    expect(stored()).toMatchObject({ rows: [{ name: 'Ledgerly' }, { name: 'Tallio' }] })
    expect(focused()).toBe('Add competitor')
  })

  it('keeps a row that says something, although it is not named yet', async () => {
    const { user } = inSetting(<Editor type="commitments" />)
    await user.click(screen.getByRole('button', { name: 'Add commitment' }))
    await user.type(screen.getByLabelText(/^To whom/), 'Dana')
    await user.click(screen.getByRole('button', { name: 'Done' }))
    expect(stored()).toMatchObject({ rows: [{ toWhom: 'Dana' }] })
    await user.click(screen.getByRole('button', { name: 'Remove commitment 1' }))
    await user.click(screen.getByRole('button', { name: 'Undo removal' }))
    expect(stored()).toMatchObject({ rows: [{ toWhom: 'Dana' }] })
  })
})
