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

describe('a box for one line', () => {
  const oneLine = (value: string) => {
    const onText = vi.fn<(text: string) => void>()
    const box = <TextBox names={{ 'aria-label': 'Who' }} {...{ value, onText }} />
    return { ...render(box), onText }
  }
  const shown = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Who' })

  it('shows all lines of a text that has more, and keeps their ends', () => {
    const { onText } = oneLine('Dana Cole, CFO\nBen Roth')
    expect(shown().value).toBe('Dana Cole, CFO\nBen Roth')
    fireEvent.input(shown(), { target: { value: 'Dana Cole, CFO\nBen Roth, IT' } })
    expect(onText.mock.calls).toEqual([['Dana Cole, CFO\nBen Roth, IT']])
  })

  it('is the same box to its end for whoever takes the last end of a line away', () => {
    const { rerender, onText } = oneLine('Dana\nBen')
    const before = shown()
    rerender(<TextBox names={{ 'aria-label': 'Who' }} value="Dana Ben" onText={onText} />)
    expect(shown()).toBe(before)
  })

  it('becomes one for several lines when such a text comes', () => {
    const { rerender, onText } = oneLine('')
    expect(shown().tagName).toBe('INPUT')
    rerender(<TextBox names={{ 'aria-label': 'Who' }} value={'Dana\nBen'} onText={onText} />)
    expect(shown().value).toBe('Dana\nBen')
  })

  it('keeps the focus and the caret of whoever stands in it', () => {
    const { rerender, onText } = oneLine('Dana')
    shown().focus()
    shown().setSelectionRange(2, 2)
    rerender(<TextBox names={{ 'aria-label': 'Who' }} value={'Dana\nBen'} onText={onText} />)
    expect(shown().value).toBe('Dana\nBen')
    expect(document.activeElement).toBe(shown())
    expect(shown().selectionStart).toBe(2)
  })
})

describe('what is pasted from PowerPoint or Word', () => {
  const pasting = (value: string) => {
    const { onText } = boxWith(value)
    const put = vi.fn<(command: string, ui: boolean, text: string) => boolean>(() => true)
    document.execCommand = (command, ui = false, text = '') => put(command, ui, text)
    const paste = (text: string) =>
      fireEvent.paste(screen.getByRole('textbox', { name: 'Note' }), {
        clipboardData: { getData: () => text },
      })
    return { put, paste, onText }
  }

  it('has its ends of lines where the browser shows them', () => {
    const { put, paste } = pasting('')
    expect(paste('One\ntwo')).toBe(true)
    expect(put).not.toHaveBeenCalled()
    expect(paste('One\vtwo\u2028three\r\nfour')).toBe(false)
    expect(put.mock.calls).toEqual([['insertText', false, 'One\ntwo\nthree\nfour']])
  })

  it('is put in at once where it is long, and told', () => {
    const { put, paste, onText } = pasting('All of it.')
    const box = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Note' })
    box.setSelectionRange(3, 3)
    expect(paste('A line\v'.repeat(1000))).toBe(false)
    expect(put).not.toHaveBeenCalled()
    expect(box.value).toBe(`All${'A line\n'.repeat(1000)} of it.`)
    expect(onText.mock.calls).toEqual([[box.value]])
  })

  it('is left to the browser where it is long and replaces something, which Ctrl+Z then brings back', () => {
    const { put, paste } = pasting('All of it.')
    const box = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Note' })
    box.setSelectionRange(0, 3)
    expect(paste('A line\v'.repeat(1000))).toBe(true)
    expect(put).not.toHaveBeenCalled()
  })
})
