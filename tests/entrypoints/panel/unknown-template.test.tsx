import { cleanup, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { inSetting } from '../../components/in-setting.tsx'
import { draft } from '../../lib/handoff/builders.ts'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

async function shown(handoffId: string | null) {
  const onAsSent = vi.fn<() => void>()
  const onMessage = { addListener: () => undefined, removeListener: () => undefined }
  vi.stubGlobal('chrome', { runtime: { onMessage, getURL: (path: string) => path } })
  const { UnknownTemplate } = await import('../../../entrypoints/panel/unknown-template.tsx')
  const { user } = inSetting(
    <UnknownTemplate
      {...{ onAsSent }}
      onHand={{ stored: async () => null }}
      draft={draft({}, { handoffId })}
      onChanged={vi.fn<() => void>()}
    />,
  )
  return { user, onAsSent }
}

describe('a draft whose template is gone', () => {
  it('goes on with another one while nothing was sent', async () => {
    await shown(null)
    expect(screen.getByRole('button', { name: 'Choose another template' })).toBeDefined()
    expect(screen.queryByRole('button', { name: 'See it as it was sent' })).toBeNull()
  })

  it('leads to what was sent where it mends that: there it can be withdrawn', async () => {
    const { user, onAsSent } = await shown('a00000000000001AAA')
    expect(screen.queryByRole('button', { name: 'Choose another template' })).toBeNull()
    expect(screen.getByText(/once the template is back, you go on with it/)).toBeDefined()
    await user.click(screen.getByRole('button', { name: 'See it as it was sent' }))
    expect(onAsSent).toHaveBeenCalledOnce()
  })
})
