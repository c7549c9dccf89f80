import { cleanup, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { DeclineSheet } from '#components/packet/decline-sheet.tsx'
import { WordsField } from '#components/ui/words-field.tsx'

afterEach(cleanup)

function Remark() {
  const [text, setText] = useState('')
  return <WordsField label="Remark" value={text} onText={setText} />
}

const cautions = () => screen.getByRole('status').textContent

describe('words that go to Salesforce', () => {
  it.each([
    'Dana is on sick leave until May',
    'He was diagnosed in March',
    'Their CFO is pregnant',
    'Frau Brandt ist schwanger',
    'she is gay',
  ])('%s: who writes it is warned, and may go on', async (words) => {
    render(<Remark />)
    const user = userEvent.setup()
    expect(cautions()).toBe('')
    await user.type(screen.getByRole('textbox', { name: 'Remark' }), words)
    expect(cautions()).toMatch(/private life/)
    const described = screen.getByRole('textbox').getAttribute('aria-describedby') ?? ''
    expect(document.querySelector(`#${CSS.escape(described)}`)?.textContent).toBe(cautions())
    await user.clear(screen.getByRole('textbox'))
    expect(cautions()).toBe('')
  })

  it.each(['They run Hive and Gayle signs', 'The wifi is bad', 'This health check is done'])(
    '%s: nobody is warned',
    async (words) => {
      render(<Remark />)
      await userEvent.setup().type(screen.getByRole('textbox'), words)
      expect(cautions()).toBe('')
    },
  )

  it('warn in the note of a decline too', async () => {
    const nothing = () => {}
    render(
      <DeclineSheet template={undefined} isSending={false} onDecline={nothing} onClose={nothing} />,
    )
    const note = screen.getByRole('textbox', { name: /^What would make it right/ })
    await userEvent.setup().type(note, 'Dana is in rehab')
    expect(cautions()).toMatch(/private life/)
  })
})
