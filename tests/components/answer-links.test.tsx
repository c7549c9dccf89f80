import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { QuestionRead } from '#components/packet/question-read.tsx'
import type { Value } from '#lib/handoff/answer.ts'
import { given, question } from '../lib/handoff/builders.ts'
import { atDesk } from './at-desk.tsx'

afterEach(cleanup)

const link = { id: 'l1', label: 'Signed order', moment: '', recipientCanOpen: true }
const call = { id: 'e1', kind: 'call', title: 'Discovery call', at: '', quote: '' } as const
const record = '00T000000000001AAA'
const page = `https://acme.lightning.force.com/lightning/r/Task/${record}/view`

const linked = (url: string): Value => ({ type: 'links', rows: [{ ...link, url }] })
const heard = (recordId: string, url: string): Value => ({
  type: 'evidence',
  rows: [{ ...call, recordId, url }],
})

const open = (value: Value) =>
  atDesk(
    <QuestionRead
      question={question({ answer: { type: value.type === 'links' ? 'links' : 'evidence' } })}
      section="history"
      answer={given(value)}
    />,
  )

it.each([
  { what: 'a document', value: linked('https://files.example/1'), to: 'https://files.example/1' },
  { what: 'a recording', value: heard('', 'https://calls.example/'), to: 'https://calls.example/' },
  { what: 'a call that is logged', value: heard(record, ''), to: page },
])('$what that the answer names is opened in one click', ({ value, to }) => {
  open(value)
  expect(screen.getByRole('link', { name: /^Open/ }).getAttribute('href')).toBe(to)
})

it.each([
  { what: 'an address that nobody may follow', value: linked('javascript:alert(1)') },
  { what: 'a call without a page of its own', value: heard('', '') },
])('$what is no link', ({ value }) => {
  open(value)
  expect(screen.queryByRole('link')).toBeNull()
})
