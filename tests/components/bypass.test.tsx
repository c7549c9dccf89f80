import { cleanup, fireEvent, screen } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, expect, it, vi } from 'vitest'
import { Bypass } from '#components/review/bypass.tsx'
import type { Draft } from '#lib/handoff/draft.ts'
import { inSetting } from './in-setting.tsx'
import { sessionStorage } from './session-storage.ts'

vi.stubGlobal('chrome', { storage: sessionStorage() })

afterEach(cleanup)

it('a manager is named by keyboard, and the focus goes on to what is said then', async () => {
  function Going() {
    const [bypass, setBypass] = useState<Draft['bypass']>(null)
    const mara = { userId: 'm', name: 'Mara', title: '', email: '', department: '', why: '' }
    return (
      <Bypass
        draftKey="d"
        bypass={bypass}
        search={async () => ({ users: [mara] })}
        onBypass={setBypass}
      />
    )
  }
  const { user } = inSetting(<Going />)
  await user.click(screen.getByText(/with a manager’s word/))
  await user.type(screen.getByRole('textbox'), 'The kickoff is tomorrow')
  await user.click(screen.getByRole('searchbox'))
  await screen.findByRole('button', { name: /Mara/ })
  await user.keyboard('{Enter}')
  expect(document.activeElement?.textContent).toContain('The kickoff is tomorrow')
})

it('a manager stands behind no reason that Salesforce would refuse for its length', async () => {
  const { user } = inSetting(
    <Bypass
      draftKey="d"
      bypass={null}
      search={async () => ({ users: [] })}
      onBypass={() => undefined}
    />,
  )
  await user.click(screen.getByText(/with a manager’s word/))
  fireEvent.input(screen.getByRole('textbox'), { target: { value: 'x'.repeat(256) } })
  expect(screen.getByText('“Why?” has 256 characters; 255 fit.')).toBeDefined()
  expect(screen.queryByRole('searchbox')).toBeNull()
  fireEvent.input(screen.getByRole('textbox'), { target: { value: 'x'.repeat(255) } })
  expect(screen.getByRole('searchbox')).toBeDefined()
})
