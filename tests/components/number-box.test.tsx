import { cleanup, screen } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { NumberBox } from '#components/handoff/number-box.tsx'
import { WithUnread } from '#components/handoff/unread.ts'
import { useTypedTexts } from '#components/hooks/use-typed-texts.ts'
import { inSetting } from './in-setting.tsx'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const german = { formats: { locale: 'de-DE', timeZone: 'Europe/Berlin' } }

function boxWith(held: number | null, currency?: string, changes = {}) {
  const onNumber = vi.fn<(typed: number | null) => void>()
  const { user } = inSetting(
    <NumberBox
      keptAs="seats"
      names={{ 'aria-label': 'Seats' }}
      {...{ held, currency, onNumber }}
    />,
    changes,
  )
  return { user, onNumber, box: screen.getByRole('textbox', { name: 'Seats' }) }
}

describe('a box for a number', () => {
  it('says that the last number is kept when there is one', async () => {
    const { user, box } = boxWith(12)
    await user.clear(box)
    await user.paste('many')
    expect(screen.getByRole('alert').textContent).toBe(
      '“many” is not a number. The last number is kept.',
    )
  })

  it('says nothing of a last number when there is none', async () => {
    const { user, box } = boxWith(null)
    await user.click(box)
    await user.paste('many')
    expect(screen.getByRole('alert').textContent).toBe('“many” is not a number.')
  })

  it('shows the number that is taken from elsewhere in the place of what it could not read', async () => {
    function Taken() {
      const [held, setHeld] = useState<number | null>(12)
      return (
        <>
          <NumberBox
            keptAs="seats"
            names={{ 'aria-label': 'Seats' }}
            held={held}
            onNumber={setHeld}
          />
          <button type="button" onClick={() => setHeld(40)}>
            Take 40
          </button>
        </>
      )
    }
    const { user } = inSetting(<Taken />)
    const box = screen.getByRole<HTMLInputElement>('textbox', { name: 'Seats' })
    await user.clear(box)
    await user.paste('many')
    await user.click(screen.getByRole('button', { name: 'Take 40' }))
    expect(box.value).toBe('40')
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('takes the sign of its currency, and no sign when it has none', async () => {
    const { user, box, onNumber } = boxWith(null, 'EUR')
    await user.click(box)
    await user.paste('€1,500')
    expect(onNumber.mock.calls).toEqual([[1500]])
    cleanup()
    const plain = boxWith(null)
    await plain.user.click(plain.box)
    await plain.user.paste('€1,500')
    expect(plain.onNumber).not.toHaveBeenCalled()
  })

  it('lets a group of thousands be typed, and complains of what is left unfinished', async () => {
    const { user, box, onNumber } = boxWith(null)
    await user.type(box, '1,23')
    expect(screen.queryByRole('alert')).toBeNull()
    await user.type(box, '4')
    expect(onNumber).toHaveBeenLastCalledWith(1234)
    await user.type(box, '{Backspace}')
    await user.tab()
    expect(screen.getByRole('alert').textContent).toContain('“1,23” is not a number.')
  })

  it('says at once of what no further digit makes a number', async () => {
    const { user, box } = boxWith(null)
    await user.type(box, '1,2,')
    expect(screen.getByRole('alert').textContent).toContain('“1,2,” is not a number.')
  })

  it('keeps the last number when the next is written with the signs of another language', async () => {
    const { user, box, onNumber } = boxWith(12, 'EUR', german)
    await user.clear(box)
    await user.paste('99.90')
    expect(screen.getByRole('alert').textContent).toContain('“99.90” is not a number.')
    expect(onNumber.mock.calls).toEqual([[null]])
    await user.clear(box)
    await user.paste('99,90 €')
    expect(onNumber).toHaveBeenLastCalledWith(99.9)
  })

  it('keeps for its draft what it cannot read, until it can', async () => {
    const kept: Record<string, unknown> = {}
    const session = {
      get: async () => ({ ...kept }),
      set: async (items: object) => void Object.assign(kept, items),
      remove: async (key: string) => void Reflect.deleteProperty(kept, key),
    }
    vi.stubGlobal('chrome', { storage: { session } })
    const Draft = ({ name }: { readonly name: string }) => (
      <WithUnread value={useTypedTexts(name)}>
        <NumberBox keptAs="seats" names={{}} held={null} onNumber={() => undefined} />
      </WithUnread>
    )
    const drawn = (name: string) => {
      cleanup()
      const { user } = inSetting(<Draft name={name} />)
      return { user, box: screen.getByRole<HTMLInputElement>('textbox') }
    }
    const first = drawn('draft-1')
    await first.user.type(first.box, 'about 40')
    const other = drawn('draft-2')
    await other.user.click(other.box)
    expect(other.box.value).toBe('')
    const again = drawn('draft-1')
    expect((await screen.findByRole('alert')).textContent).toContain('“about 40”')
    expect(again.box.value).toBe('about 40')
    await again.user.clear(again.box)
    expect(screen.queryByRole('alert')).toBeNull()
    expect(kept).toEqual({})
  })
})
