import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { SearchList } from '#components/ui/search-list.tsx'

afterEach(cleanup)

function shown() {
  const onPick = vi.fn()
  const options = [{ id: '005A', label: 'Haruka Tanaka', note: '' }]
  const box = { names: { 'aria-label': 'Who takes over?' }, text: 'たなか', status: '', options }
  render(<SearchList {...box} onText={vi.fn()} onPick={onPick} />)
  const input = screen.getByRole('searchbox')
  input.focus()
  return { input, onPick }
}

describe('the keys of a search box', () => {
  it('belong to the input method while it composes: they pick nobody and go nowhere', () => {
    const { input, onPick } = shown()
    fireEvent.keyDown(input, { key: 'ArrowDown', isComposing: true })
    expect(document.activeElement).toBe(input)
    fireEvent.keyDown(input, { key: 'Enter', isComposing: true })
    expect(onPick).not.toHaveBeenCalled()
  })

  it('pick the first and walk to the list once it has composed', () => {
    const { input, onPick } = shown()
    fireEvent.keyDown(input, { key: 'Enter' })
    expect(onPick).toHaveBeenCalledWith('005A')
    fireEvent.keyDown(input, { key: 'ArrowDown' })
    expect(document.activeElement).toBe(screen.getByRole('button'))
  })
})
