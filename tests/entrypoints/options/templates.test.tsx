import { cleanup, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { inOptions } from './in-options.tsx'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const odd = {
  key: 'odd',
  version: '1.0.0',
  name: 'Odd handoff',
  status: 'active',
  from: 'import',
  isLocked: false,
  isLeftOut: true,
  questions: 4,
}

async function removing() {
  const answer = ({ request }: { readonly request: string }) => {
    if (request === 'template.list') return [odd]
    if (request === 'template.read') return null
    return { outcome: 'trouble', trouble: { kind: 'offline', detail: '', fields: [] } }
  }
  const drawn = await inOptions(answer, async () => {
    const { Templates } = await import('../../../entrypoints/options/templates.tsx')
    return Templates
  })
  await drawn.user.click(await screen.findByRole('button', { name: 'Remove Odd handoff 1.0.0' }))
  return drawn
}

const sheet = () => screen.queryByRole('dialog', { name: 'Remove this template?' })

describe('an imported template', () => {
  it('that the company does not offer says so', async () => {
    await removing()
    expect(screen.getByText('not offered by your company')).toBeDefined()
  })

  it('is not removed before it is named and asked about', async () => {
    const { asked, user } = await removing()
    expect(asked).not.toContain('template.remove')
    expect(sheet()?.textContent).toContain('Odd handoff 1.0.0 goes from this computer.')
    await user.click(screen.getByRole('button', { name: 'Remove for good' }))
    expect(asked).toContain('template.remove')
    expect(sheet()).toBeNull()
  })

  it('can be saved as a file first', async () => {
    const { asked, user } = await removing()
    await user.click(screen.getByRole('button', { name: 'Save as file' }))
    expect(asked).toContain('template.read')
    expect(sheet()).not.toBeNull()
  })

  it('stays when the question is closed', async () => {
    const { asked, user } = await removing()
    await user.click(screen.getByRole('button', { name: 'Close' }))
    expect(sheet()).toBeNull()
    expect(asked).not.toContain('template.remove')
  })
})
