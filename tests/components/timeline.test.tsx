import { cleanup, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Timeline } from '#components/evidence/timeline.tsx'
import { everything } from '#lib/handoff/history-search.ts'
import type { HistoryItem } from '#lib/handoff/history.ts'

const items = Array.from({ length: 40 }, (_, at): HistoryItem => ({
  id: `mail-${at}`,
  kind: 'email',
  object: 'EmailMessage',
  subject: at === 30 ? 'Depot calendars' : `Mail ${at}`,
  text: 'Own holiday calendar.',
  isCut: false,
  at: '2026-11-20T10:00:00.000Z',
  people: [],
  isOpen: false,
}))

/** The timeline as the panel wires it: what is opened takes its place. */
function open() {
  const opened: string[] = []
  function History() {
    const [filter, setFilter] = useState(everything)
    const [item, setItem] = useState<HistoryItem | null>(null)
    const [lastRead, setLastRead] = useState<string | null>(null)
    if (item) return <button onClick={() => setItem(null)}>Back</button>
    return (
      <Timeline
        {...{ items, filter, lastRead }}
        formats={{ locale: 'en-GB', timeZone: 'UTC' }}
        onFilter={setFilter}
        footer={null}
        onOpen={(one) => {
          opened.push(one.subject)
          setLastRead(one.id)
          setItem(one)
        }}
      />
    )
  }
  render(<History />)
  return opened
}

const box = () => screen.getByRole<HTMLInputElement>('searchbox')

/** Keys as they come when the page has no time between them for more than what it does at once. */
async function type(text: string): Promise<void> {
  box().focus()
  Reflect.set(HTMLInputElement.prototype, 'value', text, box())
  box().dispatchEvent(new InputEvent('input', { bubbles: true }))
  await Promise.resolve()
}

async function press(key: string): Promise<void> {
  const here = document.activeElement
  const isGoing = here?.dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
  )
  if (isGoing && key === 'Enter' && here instanceof HTMLButtonElement) here.click()
  await Promise.resolve()
}

describe('the timeline, used faster than it is drawn', () => {
  // What a test does is otherwise drawn before it goes on.
  beforeEach(() => {
    vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', false)
    // Nothing is laid out here: every row is as high as it is taken to be.
    vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(76)
  })
  afterEach(() => {
    cleanup()
    vi.unstubAllGlobals()
    vi.restoreAllMocks()
  })

  it('is entered at what was searched for, and the next key is for that', async () => {
    const opened = open()
    await screen.findByText('Mail 3')
    await type('depot calendars')
    await press('ArrowDown')
    await press('Enter')
    expect(opened).toEqual(['Depot calendars'])
  })

  it('gives the focus back before the next key', async () => {
    open()
    await screen.findByText('Mail 3')
    screen.getByRole('button', { name: /^Mail 3 / }).focus()
    await press('End')
    ;(await screen.findByRole('button', { name: /^Mail 39 / })).click()
    const back = await screen.findByRole('button', { name: 'Back' })
    back.click()
    await Promise.resolve()
    expect(document.activeElement?.textContent).toContain('Mail 39')
  })

  it('can be pressed while it still moves', async () => {
    open()
    await screen.findByText('Mail 3')
    const { parentElement } = screen.getByRole('list', { name: 'History' })
    Object.assign(parentElement ?? {}, { scrollTop: 400 })
    parentElement?.dispatchEvent(new Event('scroll'))
    await screen.findByText('Mail 9')
    expect(screen.getByRole('list', { name: 'History' }).style.pointerEvents).toBe('')
  })

  it('is empty where nothing fits, and full again', async () => {
    open()
    await screen.findByText('Mail 3')
    await type('nothing of the kind')
    await screen.findByText(/^Nothing fits/)
    await type('')
    expect(await screen.findByText('Mail 3')).toBeTruthy()
  })
})
