import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { CellEditor } from '#components/handoff/cell-editor.tsx'
import { OtherAnswer } from '#components/handoff/other-answers.tsx'
import { DateEditor } from '#components/handoff/plain-editors.tsx'
import { Timetable } from '#components/review/timetable.tsx'
import { DayBox } from '#components/ui/day-box.tsx'
import { columnsOf } from '#lib/handoff/columns.ts'
import type { Question } from '#lib/handoff/question.ts'
import { ana, ben, deal } from '../gallery/deal.ts'
import { inSetting } from './in-setting.tsx'

afterEach(cleanup)

const named = { 'aria-label': 'By when?' }

const box = () => {
  const found = screen.getByLabelText(/By when|Day: /)
  if (!(found instanceof HTMLInputElement)) throw new Error('It is no input.')
  return found
}

const type = (value: string) => fireEvent.input(box(), { target: { value } })

/** As the browser says that a part of the day is still missing. */
function typePart() {
  Object.defineProperty(box(), 'validity', { value: { badInput: true }, configurable: true })
  type('')
}

function open(value: string) {
  const onDay = vi.fn<(day: string) => void>()
  const { show, user } = inSetting(<DayBox names={named} {...{ value, onDay }} />)
  box().focus()
  return {
    user,
    onDay,
    told: (next: string) => show(<DayBox names={named} value={next} onDay={onDay} />),
  }
}

const question: Question = {
  key: 'golive',
  label: 'Go-live',
  help: 'When.',
  example: '1 May.',
  answer: { type: 'date' },
  tier: 'everyone',
  requirements: [],
}

const step = {
  key: 'kickoff',
  label: 'Kickoff',
  kind: 'joint-call',
  anchor: 'won',
  owner: 'incoming',
  at: null,
  day: '2026-11-27',
  touched: false,
  required: true,
  status: 'open',
} as const

const due = columnsOf('commitments').find(({ input }) => input === 'date')

const unanswered = {
  kind: 'unknown-asked',
  who: '',
  until: '2026-11-27',
  by: ana,
  at: deal.readAt,
} as const

describe('a day that is typed', () => {
  it('is told when it is whole, and not while its year is being typed', () => {
    const { onDay } = open('')
    for (const day of ['0002-01-15', '0020-01-15', '0202-01-15', '2027-01-15']) type(day)
    expect(onDay.mock.calls).toEqual([['2027-01-15']])
  })

  it('takes nothing away while one of its parts is typed anew', () => {
    const { onDay } = open('2026-11-27')
    typePart()
    expect(onDay).not.toHaveBeenCalled()
  })

  it('is told as it stands when the focus goes elsewhere', () => {
    const { onDay } = open('2026-11-27')
    type('0027-01-15')
    fireEvent.blur(box())
    expect(onDay.mock.calls).toEqual([['0027-01-15']])
  })

  it('that was told is not told again when the focus goes elsewhere', () => {
    const { onDay } = open('')
    type('2027-01-15')
    fireEvent.blur(box())
    expect(onDay.mock.calls).toEqual([['2027-01-15']])
  })

  it('can be taken away', () => {
    const { onDay } = open('2026-11-27')
    type('')
    expect(onDay.mock.calls).toEqual([['']])
  })

  it('is not written over by what was held before', () => {
    const { told } = open('2026-11-27')
    type('2027-01-15')
    told('2026-11-28')
    expect(box().value).toBe('2027-01-15')
  })

  it('follows what is held elsewhere while it shows what it was told', () => {
    const { told } = open('2026-11-27')
    told('2026-11-28')
    expect(box().value).toBe('2026-11-28')
  })

  it('that nobody took does not stay', async () => {
    const { user } = open('2026-11-27')
    type('0007-01-15')
    await user.tab()
    expect(box().value).toBe('2026-11-27')
  })

  it.each([
    {
      place: 'an answer',
      shown: (
        <DateEditor
          {...{ question, names: named, onValue: () => {}, findings: [] }}
          value={{ type: 'date', date: '2026-11-27' }}
        />
      ),
    },
    {
      place: 'a row',
      shown: due && (
        <CellEditor
          {...{ keptAs: 'due', names: named, onCell: () => {}, onEnter: () => {} }}
          column={due}
          cell="2026-11-27"
        />
      ),
    },
    {
      place: 'what is still to be found out',
      shown: <OtherAnswer {...{ question, onAnswer: () => {}, labelId: '' }} answer={unanswered} />,
    },
    {
      place: 'the timetable of the review',
      shown: (
        <Timetable
          {...{ steps: [step], changes: {}, outgoing: ana, incoming: ben, onChanges: () => {} }}
        />
      ),
    },
  ])('stays in the box in $place, whatever is held meanwhile', ({ shown }) => {
    inSetting(shown)
    box().focus()
    type('2027-01-15')
    expect(box().value).toBe('2027-01-15')
  })
})
