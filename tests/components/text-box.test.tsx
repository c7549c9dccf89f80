import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { TextBox } from '#components/ui/text-box.tsx'

afterEach(cleanup)

const long = 'A word. '.repeat(2000)

function boxWith(value: string) {
  const onText = vi.fn<(text: string) => void>()
  const shown = render(
    <TextBox names={{ 'aria-label': 'Note' }} lines="many" {...{ value, onText }} />,
  )
  const type = (text: string) =>
    fireEvent.input(screen.getByRole('textbox', { name: 'Note' }), { target: { value: text } })
  return { onText, type, ...shown }
}

describe('a text box', () => {
  it('tells of a short text at once', () => {
    const { onText, type } = boxWith('A word.')
    type('A word.x')
    expect(onText.mock.calls).toEqual([['A word.x']])
  })

  it('tells of a long text once the key is painted, and once', async () => {
    const { onText, type } = boxWith(long)
    type(`${long}x`)
    type(`${long}xy`)
    expect(onText).not.toHaveBeenCalled()
    await vi.waitFor(() => expect(onText.mock.calls).toEqual([[`${long}xy`]]))
  })

  it.each(['keydown', 'pointerdown', 'focusout', 'visibilitychange', 'pagehide'])(
    'has told of a long text before a %s is heard',
    (event) => {
      const { onText, type } = boxWith(long)
      type(`${long}x`)
      fireEvent(document, new Event(event, { bubbles: true }))
      expect(onText.mock.calls).toEqual([[`${long}x`]])
    },
  )

  it('tells of a long text when it is taken away', () => {
    const { onText, type, unmount } = boxWith(long)
    type(`${long}x`)
    unmount()
    expect(onText.mock.calls).toEqual([[`${long}x`]])
  })

  it('tells of the end of a text that was cut short elsewhere', async () => {
    const { onText, type, rerender } = boxWith(long)
    type(`${long}x`)
    rerender(<TextBox names={{ 'aria-label': 'Note' }} lines="many" value="cut" onText={onText} />)
    type('cut.')
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
    expect(onText.mock.calls).toEqual([['cut.']])
  })
})
