import { act, cleanup, renderHook } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { useTypedTexts } from '#components/hooks/use-typed-texts.ts'
import { sessionStorage } from './session-storage.ts'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

/** A tab in which a handoff is open. */
async function tab(about = 'org:user:handoff') {
  const { result } = renderHook(() => useTypedTexts(about))
  await act(async () => undefined)
  return {
    type: (box: string, text: string) => act(async () => result.current.type(box, text)),
    typed: () => result.current.typed,
  }
}

describe('what was typed and not sent', () => {
  it('is kept whichever tab it was typed in', async () => {
    vi.stubGlobal('chrome', { storage: sessionStorage() })
    const [one, other] = [await tab(), await tab()]
    await one.type('remark', 'Dana decides.')
    await other.type('ask:why.us', 'Which month?')
    await one.type('remark', 'Dana decides alone.')
    await other.type('note', 'On Monday')
    await other.type('note', '')
    expect((await tab()).typed()).toEqual({
      remark: 'Dana decides alone.',
      'ask:why.us': 'Which month?',
    })
    expect((await tab('org:user:handoff2')).typed()).toEqual({})
  })
})
