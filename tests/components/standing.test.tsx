import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { Standing } from '#components/packet/standing.tsx'
import { handoff } from '../lib/handoff/builders.ts'

afterEach(cleanup)

const said = { decisionComment: 'No room until May.' }

it.each([
  { status: 'declined', shown: true },
  { status: 'submitted', shown: false },
] as const)('what was said with a decision stands with it: $status', ({ status, shown }) => {
  const given = handoff({ status, ...said })
  const formats = { locale: 'en-GB', timeZone: 'UTC' }
  render(<Standing handoff={given} template={undefined} formats={formats} now={Date.now()} />)
  expect(screen.queryByText(said.decisionComment) !== null).toBe(shown)
})
