import { cleanup, render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { Checklists } from '#components/packet/checklists.tsx'
import type { Template } from '#lib/handoff/template.ts'

afterEach(cleanup)

const lists: Template['checklists'] = [
  { role: 'outgoing', items: [{ key: 'told', text: 'The customer knows who follows me.' }] },
  {
    role: 'incoming',
    items: [
      { key: 'read-all', text: 'I have read all of it.' },
      { key: 'told', text: 'I wrote to the customer.' },
    ],
  },
]

function open(own: string | null) {
  function Kept() {
    const [typed, setTyped] = useState<Readonly<Record<string, string>>>({})
    const type = (name: string, text: string) => {
      const { [name]: _, ...others } = typed
      setTyped(text === '' ? others : { ...others, [name]: text })
    }
    return <Checklists {...{ lists, own, typed, type }} />
  }
  render(<Kept />)
  return { user: userEvent.setup(), all: screen.getAllByRole('group') }
}

describe('the checklists of a template', () => {
  it('show the reader’s own first and open; what is ticked is counted', async () => {
    const { user, all } = open('incoming')
    const [own, other] = all
    expect(own).toHaveProperty('open', true)
    expect(other).toHaveProperty('open', false)
    const tick = screen.getByRole('checkbox', { name: 'I wrote to the customer.' })
    await user.click(tick)
    expect(tick).toHaveProperty('checked', true)
    expect(screen.getByText('Your checklist: 1 of 2')).toBeDefined()
    await user.click(tick)
    expect(screen.getByText('Your checklist: 0 of 2')).toBeDefined()
  })

  it('of somebody else can be read and not ticked', () => {
    const { all } = open(null)
    expect(all.map((list) => list.querySelector('summary')?.textContent)).toEqual([
      'Checklist of the sender (1)',
      'Checklist of the recipient (2)',
    ])
    for (const list of all) expect(within(list).queryByRole('checkbox')).toBeNull()
  })
})
