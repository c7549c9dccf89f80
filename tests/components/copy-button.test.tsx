import { cleanup, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { CopyButton } from '#components/ui/copy-button.tsx'

afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

const refuse = () => Promise.reject(new DOMException('Blocked', 'NotAllowedError'))

describe('a button that copies', () => {
  it('says so once it has', async () => {
    const user = userEvent.setup()
    render(<CopyButton text={() => 'Dear Dana'}>Copy the mail</CopyButton>)
    await user.click(screen.getByRole('button', { name: 'Copy the mail' }))
    expect(await screen.findByRole('button', { name: 'Copied' })).toBeDefined()
    expect(await navigator.clipboard.readText()).toBe('Dear Dana')
  })

  it.each([
    { older: true, says: 'Copied' },
    { older: false, says: /Select the text and copy it yourself/ },
  ])('where the clipboard is kept from it tries the older way: $older', async ({ older, says }) => {
    const user = userEvent.setup()
    let selected = ''
    document.execCommand = () => {
      const box = document.activeElement
      if (box instanceof HTMLTextAreaElement) selected = box.value
      return older
    }
    vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(refuse)
    render(<CopyButton text={() => 'Dear Dana'}>Copy the mail</CopyButton>)
    await user.click(screen.getByRole('button', { name: 'Copy the mail' }))
    expect(await screen.findByText(says)).toBeDefined()
    expect(selected).toBe('Dear Dana')
    expect(document.querySelector('textarea')).toBeNull()
  })
})
