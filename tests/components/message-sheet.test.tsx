import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { MessageSheet } from '#components/transition/message-sheet.tsx'
import { atDesk } from './at-desk.tsx'

afterEach(cleanup)

const message = {
  key: 'welcome',
  name: 'Welcome',
  kind: 'mail',
  for: ['ae-csm'],
  toCustomer: true,
  subject: '',
  body: '',
} as const

const sheet = (
  <MessageSheet
    message={message}
    fill={(contact) => ({
      subject: 'Welcome',
      body: `Dear ${contact},`,
      missing: [],
      filled: [contact],
    })}
    onSent={async () => true}
    onClose={() => undefined}
  />
)

const text = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Text' })
const to = () => screen.getByRole<HTMLSelectElement>('combobox', { name: 'To' })
const optionOf = (name: RegExp) => screen.getByRole('option', { name })
const write = (value: string) => fireEvent.input(text(), { target: { value } })

describe('what was written into a message', () => {
  it('stays when it goes to somebody else, whom it then names', async () => {
    const { user } = atDesk(sheet)
    expect(text().value).toBe('Dear Mina Okafor,')
    await user.selectOptions(to(), optionOf(/^Petra/))
    expect(text().value).toMatch(/^Dear Petra/)
    write(`${text().value} our call on Monday was a pleasure.`)
    await user.selectOptions(to(), optionOf(/^Jonas/))
    expect(text().value).toBe('Dear Jonas Lindqvist, our call on Monday was a pleasure.')
  })

  it('stands there again when the sheet is opened again, to whom it was, until it was sent', async () => {
    const { user, reload } = atDesk(sheet)
    await user.selectOptions(to(), optionOf(/^Jonas/))
    write('Dear Jonas Lindqvist, welcome!')
    const again = reload()
    expect(await screen.findByDisplayValue('Dear Jonas Lindqvist, welcome!')).toBeDefined()
    expect(to().selectedOptions[0]?.textContent).toMatch(/^Jonas/)
    await again.user.click(screen.getByRole('button', { name: 'I have sent it' }))
    expect(text().value).toMatch(/^Dear \S+ \S+,$/)
  })

  it('gives way to what the handoff says when the user wants that', async () => {
    const { user } = atDesk(sheet)
    write('Hello')
    await user.click(screen.getByRole('button', { name: 'Fill it anew' }))
    expect(text().value).toBe('Dear Mina Okafor,')
    expect(screen.queryByRole('button', { name: 'Fill it anew' })).toBeNull()
  })
})
