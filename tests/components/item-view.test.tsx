import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { ItemView } from '#components/evidence/item-view.tsx'
import type { HistoryItem } from '#lib/handoff/history.ts'
import { aeCsm } from '#lib/templates/ae-csm.ts'
import { inSetting } from './in-setting.tsx'

afterEach(cleanup)

/** A mail in HTML only, whose text is read when it is opened. */
const mail: HistoryItem = {
  id: '02sHs000000080lIAA',
  kind: 'email',
  object: 'EmailMessage',
  subject: 'Signed order form',
  text: '',
  isCut: true,
  at: '2026-11-20T10:00:00.000Z',
  people: [],
  isOpen: false,
}

/** The mail as somebody sees it who opens it. */
function view(item: HistoryItem, sentence = '') {
  return (
    <ItemView
      item={item}
      board={{ template: aeCsm, answers: {}, onAnswer: () => undefined }}
      question={null}
      onQuestion={() => undefined}
      onBack={() => undefined}
      textOf={async () => ({ outcome: 'failed', sentence })}
    />
  )
}

it('of a mail that could not be read nobody is told that nothing was written', async () => {
  const sentence = 'The whole text could not be read. This computer is offline.'
  inSetting(view(mail, sentence))
  expect(await screen.findByText(/could not be read/)).toBeDefined()
  expect(screen.queryByText('Nothing was written here.')).toBeNull()
})

it('the day of a mail is written from right to left without a word about how', () => {
  const people = ['Dana\u200B Ruiz']
  const formats = { locale: 'ar-SA', timeZone: 'UTC' }
  inSetting(view({ ...mail, people }), { formats })
  const head = screen.getByText(/^Mail · /)
  expect(head.textContent).toMatch(/^Mail · \u2068[^U]+\u2069 · DanaU\+200B Ruiz$/)
})
