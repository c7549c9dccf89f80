import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { QuestionRead } from '#components/packet/question-read.tsx'
import type { Tier } from '#lib/handoff/tier.ts'
import { question, typed } from '../lib/handoff/builders.ts'
import { atDesk } from './at-desk.tsx'

afterEach(cleanup)

const words = 'read by the recipient only'

const open = (tier: Tier) =>
  atDesk(
    <QuestionRead question={question({ tier })} section="why" answer={typed('Finance and IT')} />,
  )

it('an answer for the recipient alone says so to whoever reads it, before they pass it on', () => {
  open('recipient')
  expect(screen.getByText(words)).toBeDefined()
})

it('an answer that others read as well says nothing of it', () => {
  open('account-team')
  expect(screen.queryByText(words)).toBeNull()
})
