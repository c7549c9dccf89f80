import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { NumberEditor } from '#components/handoff/plain-editors.tsx'
import type { Value } from '#lib/handoff/answer.ts'
import { deal, question } from '../lib/handoff/builders.ts'
import { inSetting } from './in-setting.tsx'

afterEach(cleanup)

const asked = question({ answer: { type: 'currency' } })

async function typing(words: string, value: Value | null) {
  const onValue = vi.fn<(value: Value | null) => void>()
  const names = { 'aria-label': 'Revenue' }
  const { user } = inSetting(
    <NumberEditor {...{ names, value, onValue }} question={asked} findings={[]} />,
    { deal: deal({ currency: 'EUR' }) },
  )
  await user.click(screen.getByRole('textbox'))
  await user.paste(words)
  return onValue
}

it('an amount that is changed stays in its own currency, which may be another than the deal’s', async () => {
  const told = await typing('0', { type: 'currency', amount: 500, currency: 'JPY' })
  expect(told).toHaveBeenLastCalledWith({ type: 'currency', amount: 5000, currency: 'JPY' })
})

it('an amount of which no currency is known is in the deal’s', async () => {
  const told = await typing('€12', null)
  expect(told).toHaveBeenLastCalledWith({ type: 'currency', amount: 12, currency: 'EUR' })
})
