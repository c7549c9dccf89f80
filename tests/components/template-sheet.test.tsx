import { cleanup, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'
import { TemplateSheet } from '#components/handoff/template-sheet.tsx'

afterEach(cleanup)

const nothing = () => undefined
const offered = ['sdr-ae', 'territory'].map((key) => ({
  key,
  name: `Template ${key}`,
  description: '',
  trigger: [`${key} begins`, 'By hand'],
  variants: ['standard' as const],
  variant: 'standard' as const,
}))

it('the choice of a template says when a handoff with it is usually started', async () => {
  const draft = { template: { key: 'sdr-ae', version: '1.0.0' }, variant: 'standard' } as const
  render(
    <TemplateSheet {...{ draft, offered }} fitting={null} onTake={nothing} onClose={nothing} />,
  )
  expect(screen.getByText('Usually started: sdr-ae begins; By hand')).toBeDefined()
  await userEvent
    .setup()
    .click(screen.getByRole('radio', { name: /Template territory/, hidden: true }))
  expect(screen.getByText('Usually started: territory begins; By hand')).toBeDefined()
})
