import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { TakenAway } from '#components/handoff/taken-away.tsx'
import { InboxBoard } from '#components/inbox/inbox-board.tsx'
import { ben, inboxItem } from '../gallery/deal.ts'

afterEach(cleanup)

describe('the keys that stand for words', () => {
  it.each([
    { script: 'Hebrew', key: 'ש', code: 'KeyA' },
    { script: 'Greek', key: 'α', code: 'KeyA' },
    { script: 'French', key: 'a', code: 'KeyQ' },
  ])('are those with the letter on them where a keyboard writes $script', ({ key, code }) => {
    const onDeed = vi.fn()
    const setting = { userId: ben.userId, formats: { locale: 'he', timeZone: 'UTC' }, notice: null }
    const items = [inboxItem('submitted')]
    render(<InboxBoard {...setting} {...{ items, onDeed }} operations={[]} now={Date.now()} />)
    fireEvent.keyDown(screen.getByRole('button', { name: /^Northwind/ }), { key, code })
    expect(onDeed).toHaveBeenCalledWith('accept', items[0])
  })

  it('take an answer back by Ctrl+Z on a keyboard that writes Russian', () => {
    const onUndo = vi.fn()
    render(<TakenAway label="What is not included" onUndo={onUndo} />)
    fireEvent.keyDown(document.body, { key: 'я', code: 'KeyZ', ctrlKey: true })
    expect(onUndo).toHaveBeenCalledOnce()
  })
})
