import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { TranscriptView } from '#components/evidence/transcript-view.tsx'
import { template } from '../lib/handoff/builders.ts'
import { inSetting } from './in-setting.tsx'

afterEach(cleanup)

const source = {
  kind: 'text',
  label: 'Call with Dana',
  format: 'text',
  text: 'Dana: We count by hand.\nAna: How long does that take?',
} as const

const board = { template: template([]), answers: {}, onAnswer: () => undefined }

function opened() {
  const pinning = { board, question: null, onQuestion: () => undefined }
  return inSetting(<TranscriptView {...{ source, ...pinning }} onBack={() => undefined} />)
}

const search = () => screen.getByRole('searchbox', { name: 'Search these lines' })

it('who goes into the lines is at the first of them', async () => {
  const { user } = opened()
  await user.type(search(), 'long{ArrowDown}')
  expect(document.activeElement?.textContent).toContain('How long does that take?')
})

it('who goes into the lines where none fits keeps writing where they write', async () => {
  const { user } = opened()
  await user.type(search(), 'handy{ArrowDown}')
  await user.type(search(), '{Backspace} count')
  expect(document.activeElement).toBe(search())
  expect(search()).toHaveProperty('value', 'hand count')
  expect(screen.getByText(/We count by hand/)).toBeTruthy()
})
