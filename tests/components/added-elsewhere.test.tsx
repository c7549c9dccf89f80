import { cleanup, createEvent, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { SourcesView } from '#components/evidence/sources-view.tsx'
import { WithUnread } from '#components/handoff/unread.ts'
import { useState } from 'react'
import { inSetting } from './in-setting.tsx'

afterEach(cleanup)

/** The texts of a draft outlast the sheet in which they are typed. */
function Draft({ isOpen, problem }: { readonly isOpen: boolean; readonly problem: string | null }) {
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({})
  const store = {
    add: async () => problem,
    remove: () => undefined,
    restore: () => undefined,
    elsewhere: async () => [],
  }
  const type = (box: string, text: string) => {
    const { [box]: _, ...others } = typed
    setTyped(text === '' ? others : { ...others, [box]: text })
  }
  return (
    <WithUnread value={{ typed, type }}>
      {isOpen && <SourcesView cards={[]} store={store} onOpen={() => undefined} lastRead={null} />}
    </WithUnread>
  )
}

const opened = (problem: string | null = null) => inSetting(<Draft {...{ problem }} isOpen />)

const box = (name: RegExp) => screen.getByRole('textbox', { name })

const press = (name: string) => screen.getByRole('button', { name })

describe('what is written to be added from elsewhere', () => {
  it('stands there again when the sheet was closed over it', async () => {
    const { user, show } = opened()
    await user.click(press('Paste text'))
    await user.type(box(/^Text/), 'Dana: we count{Enter}by hand.')
    await user.type(box(/^What it is/), 'Mail from Dana')
    await waitFor(() => expect(box(/^What it is/)).toHaveProperty('value', 'Mail from Dana'))
    show(<Draft problem={null} isOpen={false} />)
    expect(screen.queryByRole('form')).toBeNull()
    show(<Draft problem={null} isOpen />)
    expect(box(/^Text/)).toHaveProperty('value', 'Dana: we count\nby hand.')
    expect(box(/^What it is/)).toHaveProperty('value', 'Mail from Dana')
  })

  it('stands there again when it is a link', async () => {
    const { user, show } = opened()
    await user.click(press('Link a recording'))
    await user.type(box(/^Address/), 'https://calls.example/1')
    await user.type(box(/^Moment/), '12:30')
    await user.click(screen.getByRole('checkbox'))
    show(<Draft problem={null} isOpen={false} />)
    show(<Draft problem={null} isOpen />)
    expect(box(/^Address/)).toHaveProperty('value', 'https://calls.example/1')
    expect(box(/^Moment/)).toHaveProperty('value', '12:30')
    expect(screen.getByRole('checkbox')).toHaveProperty('checked', true)
  })

  it('stays when it could not be kept', async () => {
    const { user } = opened('The disk is full.')
    await user.click(press('Paste text'))
    await user.type(box(/^Text/), 'Dana: we count by hand.')
    await user.click(press('Add text'))
    expect(await screen.findByText(/was not kept: The disk is full/)).toBeDefined()
    expect(box(/^Text/)).toHaveProperty('value', 'Dana: we count by hand.')
  })

  it.each(['Add text', 'Cancel'])('is gone after “%s”', async (last) => {
    const { user, show } = opened()
    await user.click(press('Paste text'))
    await user.type(box(/^Text/), 'Dana: we count by hand.')
    await user.click(press(last))
    await waitFor(() => expect(screen.queryByRole('form')).toBeNull())
    show(<Draft problem={null} isOpen={false} />)
    show(<Draft problem={null} isOpen />)
    expect(screen.queryByRole('form')).toBeNull()
  })
})

describe('something that is dropped on what was added from elsewhere', () => {
  it.each([
    { what: 'words go into the box they are dropped on', types: ['text/plain'], isTaken: false },
    { what: 'files are added', types: ['Files'], isTaken: true },
  ])('$what', async ({ types, isTaken }) => {
    const { user } = opened()
    await user.click(press('Paste text'))
    const dataTransfer = { types, files: [] }
    for (const kind of ['dragOver', 'drop'] as const) {
      const event = createEvent[kind](box(/^Text/), { dataTransfer })
      fireEvent(box(/^Text/), event)
      expect(event.defaultPrevented).toBe(isTaken)
    }
  })
})
