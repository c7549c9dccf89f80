import { cleanup, render, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { AssignView } from '#components/options/assign-view.tsx'
import { OptionsLayout } from '#components/options/options-layout.tsx'

afterEach(cleanup)

const ana = { userId: '005A', name: 'Ana Alvarez', title: 'Sales', email: 'ana@acme.example' }

describe('giving a permission set', () => {
  beforeEach(() => {
    render(
      <OptionsLayout sections={[]} shown="install">
        <AssignView
          onSearch={async (text) => (text === 'ana' ? [ana] : [])}
          onAssign={async (_, ids) => ids.map((userId) => ({ userId, problem: null }))}
        />
      </OptionsLayout>,
    )
  })

  it('searches at Enter, and says when nobody is found', async () => {
    const user = userEvent.setup()
    await user.type(screen.getByRole('textbox'), 'zoe{Enter}')
    expect(await screen.findByText('Nobody found for “zoe”.')).toBeDefined()
    await user.clear(screen.getByRole('textbox'))
    await user.type(screen.getByRole('textbox'), 'ana{Enter}')
    expect(await screen.findByRole('button', { name: 'Choose Ana Alvarez' })).toBeDefined()
    expect(screen.queryByText(/^Nobody found/)).toBeNull()
  })

  it('keeps the keyboard in the card when somebody is chosen or left out', async () => {
    const user = userEvent.setup()
    await user.type(screen.getByRole('textbox'), 'ana{Enter}')
    for (const act of ['Choose', 'Leave out']) {
      const button = await screen.findByRole('button', { name: `${act} Ana Alvarez` })
      button.focus()
      await user.keyboard('{Enter}')
      await waitFor(() => expect(document.activeElement).not.toBe(document.body))
    }
  })

  it('says who has a set of that set only', async () => {
    const user = userEvent.setup()
    await user.type(screen.getByRole('textbox'), 'ana{Enter}')
    await user.click(await screen.findByRole('button', { name: 'Choose Ana Alvarez' }))
    await user.click(screen.getByRole('button', { name: 'Give them the permission set' }))
    expect(await screen.findByText('has it now')).toBeDefined()
    await user.selectOptions(screen.getByRole('combobox'), 'Segue_Manager')
    expect(screen.queryByText('has it now')).toBeNull()
  })
})
