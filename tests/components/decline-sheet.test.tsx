import { cleanup, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'
import { DeclineSheet } from '#components/packet/decline-sheet.tsx'
import { template } from '../lib/handoff/builders.ts'

afterEach(cleanup)

it('a handoff whose template names no reasons can be declined in words', async () => {
  const sent: unknown[] = []
  const user = userEvent.setup()
  render(
    <DeclineSheet
      template={template([], { declineReasons: [] })}
      isSending={false}
      onDecline={(declining) => sent.push(declining)}
      onClose={() => undefined}
    />,
  )
  await user.click(screen.getByRole('checkbox', { name: 'Another reason', hidden: true }))
  await user.type(screen.getByRole('textbox', { name: /make it right/, hidden: true }), 'Not mine')
  await user.click(screen.getByRole('button', { name: 'Decline', hidden: true }))
  expect(sent).toMatchObject([{ reasons: ['OTHER'], comment: 'Not mine' }])
})

it('a reason for coming late that Salesforce would not take whole is not sent shortened', async () => {
  const user = userEvent.setup()
  render(
    <DeclineSheet
      template={template([], { declineReasons: [] })}
      isSending={false}
      isLate
      onDecline={() => undefined}
      onClose={() => undefined}
    />,
  )
  await user.click(screen.getByRole('checkbox', { name: 'Another reason', hidden: true }))
  await user.type(screen.getByRole('textbox', { name: /make it right/, hidden: true }), 'Not mine')
  await user.selectOptions(screen.getByRole('combobox', { hidden: true }), 'Another reason')
  const why = screen.getByRole('textbox', { name: /Which reason/, hidden: true })
  await user.click(why)
  await user.paste('a'.repeat(256))
  const button = screen.getByRole('button', { name: 'Decline', hidden: true })
  expect(button).toHaveProperty('disabled', true)
  expect(screen.getByText('“Which reason?” has 256 characters; 255 fit.')).toBeTruthy()
  await user.clear(why)
  await user.paste('a'.repeat(255))
  expect(button).toHaveProperty('disabled', false)
})
