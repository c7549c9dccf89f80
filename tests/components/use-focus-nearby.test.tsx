import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { useFocusNearby } from '#components/ui/use-focus-nearby.ts'

afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

type State = 'open' | 'on its way' | 'settled'

/** A promise below another control; it is settled in a moment. */
function Surface({ becomes }: { readonly becomes: readonly State[] }) {
  useFocusNearby()
  const [past, setPast] = useState(0)
  const state = past === 0 ? 'open' : (becomes[past - 1] ?? 'settled')
  const next = () => setPast(past + 1)
  return (
    <section>
      <button type="button">Accept…</button>
      <p data-testid="plain">Words</p>
      <ul>
        <li>
          {state !== 'settled' && (
            <button type="button" disabled={state === 'on its way'} onClick={next}>
              Kept
            </button>
          )}
          <button type="button" disabled={state === 'on its way'}>
            Open again
          </button>
        </li>
      </ul>
      <button type="button" onMouseEnter={next}>
        Answer
      </button>
    </section>
  )
}

const button = (name: string) => screen.getByRole('button', { name })
const isFocused = (name: string) => document.activeElement === button(name)

describe('the focus, when what had it', () => {
  it('goes away, is on what is nearest to its place', async () => {
    const user = userEvent.setup()
    render(<Surface becomes={['settled']} />)
    button('Kept').focus()
    await user.keyboard('{Enter}')
    await waitFor(() => expect(isFocused('Open again')).toBe(true))
  })

  it('cannot be used for a while, is on it again, or on what is nearest to its place', async () => {
    const user = userEvent.setup()
    render(<Surface becomes={['on its way', 'settled']} />)
    button('Kept').focus()
    await user.keyboard('{Enter}')
    expect(isFocused('Accept…')).toBe(false)
    await user.hover(screen.getByText('Answer'))
    await waitFor(() => expect(isFocused('Open again')).toBe(true))
  })

  it('cannot be used for long, is on what is nearest to its place and can', async () => {
    const user = userEvent.setup()
    render(<Surface becomes={['on its way']} />)
    button('Kept').focus()
    await user.keyboard('{Enter}')
    // Browsers take the focus from what is off by themselves.
    const nearest = vi.spyOn(button('Accept…'), 'focus')
    vi.spyOn(document, 'activeElement', 'get').mockReturnValue(document.body)
    fireEvent.focusOut(button('Kept'))
    await waitFor(() => expect(nearest).toHaveBeenCalledOnce(), { timeout: 4000 })
  })
})

it('the focus stays nowhere when the user has put it nowhere', async () => {
  const user = userEvent.setup()
  render(<Surface becomes={['settled']} />)
  button('Open again').focus()
  await user.click(screen.getByTestId('plain'))
  expect(document.activeElement).toBe(document.body)
  await user.hover(screen.getByText('Answer'))
  await new Promise(requestAnimationFrame)
  await new Promise(requestAnimationFrame)
  expect(document.activeElement).toBe(document.body)
})
