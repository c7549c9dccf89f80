import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { useWhole } from '#components/handoff/use-whole.ts'

afterEach(cleanup)

const Drawn = () => <p>{useWhole() ? 'whole' : 'beginning'}</p>

describe('a long draft', () => {
  it('is drawn whole once its beginning is painted', async () => {
    render(<Drawn />)
    expect(screen.queryByText('whole')).toBeNull()
    expect(await screen.findByText('whole')).toBeDefined()
  })

  it('is drawn whole before a key is heard', () => {
    render(<Drawn />)
    let found = ''
    const hear = () => {
      found = document.body.textContent
    }
    addEventListener('keydown', hear, { once: true })
    fireEvent.keyDown(document.body, { key: 'ArrowDown', altKey: true })
    expect(found).toBe('whole')
  })
})
