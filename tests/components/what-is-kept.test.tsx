import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { SubmitBar } from '#components/handoff/submit-bar.tsx'
import { createSaveQueue } from '#components/hooks/save-queue.ts'
import { whatIsKept } from '#components/hooks/what-is-kept.ts'
import { isHeldBack } from '#components/ui/held-back.ts'
import { TextBox } from '#components/ui/text-box.tsx'
import { typed } from '../lib/handoff/builders.ts'

afterEach(cleanup)

const long = 'A word. '.repeat(2000)

/** A box whose text goes to a queue, over a bar that says how far it is kept. */
function deskWith(value: string) {
  const stored: unknown[] = []
  const queue = createSaveQueue(async (_, answer) => {
    stored.push(answer)
    return null
  })
  const onText = (text: string) => queue.put('why', typed(text))
  const bar = { canSubmit: false, onReview: vi.fn<() => void>(), text: () => '' }
  const shown = render(
    <>
      <TextBox names={{ 'aria-label': 'Note' }} lines="many" {...{ value, onText }} />
      <SubmitBar saving={whatIsKept(queue)} {...bar} />
    </>,
  )
  const type = (text: string) =>
    fireEvent.input(screen.getByRole('textbox', { name: 'Note' }), { target: { value: text } })
  const word = () => screen.getByText(/^(Saved on this computer|Saving…)$/)
  return { stored, type, word, says: () => word().textContent, ...shown }
}

/** What a screen reader reads out when it changes, without being asked. */
const readOut = () =>
  screen
    .getAllByRole('status')
    .filter((one) => one.getAttribute('aria-live') !== 'off')
    .map((one) => one.textContent)
    .join('')

describe('the word about saving', () => {
  it('calls nothing saved of a long text whose key is still being painted', async () => {
    const { type, says, stored } = deskWith(long)
    expect(says()).toBe('Saved on this computer')
    type(`${long}x`)
    expect([says(), stored]).toEqual(['Saving…', []])
    await vi.waitFor(() => expect(says()).toBe('Saved on this computer'))
    expect(stored).toEqual([typed(`${long}x`)])
  })

  it('does not talk over what is typed: it is read out when it stays so', async () => {
    const { type, word, says } = deskWith('')
    expect(word().closest('output')?.getAttribute('aria-live')).toBe('off')
    for (const text of ['T', 'Th', 'The', 'They']) {
      type(text)
      expect(says()).toBe('Saving…')
      await vi.waitFor(() => expect(says()).toBe('Saved on this computer'))
      expect(readOut()).toBe('')
    }
    await vi.waitFor(() => expect(readOut()).toBe('What you wrote is on this computer’s disk.'), {
      timeout: 3000,
    })
  })

  it('waits for no box that is gone, and what it held is stored', async () => {
    const { type, rerender, stored } = deskWith(long)
    type(`${long}x`)
    rerender(<p>Gone</p>)
    await vi.waitFor(() => expect(stored).toEqual([typed(`${long}x`)]))
    expect(isHeldBack()).toBe(false)
  })
})
