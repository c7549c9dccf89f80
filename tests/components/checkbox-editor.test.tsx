import { cleanup, screen } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, expect, it } from 'vitest'
import { CheckboxEditor } from '#components/handoff/plain-editors.tsx'
import type { Value } from '#lib/handoff/answer.ts'
import { question } from '../lib/handoff/builders.ts'
import { inSetting } from './in-setting.tsx'

afterEach(cleanup)

const asked = question({ answer: { type: 'checkbox' } })
const given: (Value | null)[] = []

function Shown() {
  const [value, setValue] = useState<Value | null>(null)
  const put = (next: Value | null) => {
    given.push(next)
    setValue(next)
  }
  return <CheckboxEditor names={{}} question={asked} findings={[]} value={value} onValue={put} />
}

it('“No” is an answer that is given at once, and looks like no answer that is missing', async () => {
  const { user } = inSetting(<Shown />)
  const box = screen.getByRole('combobox')
  const shown = () => screen.getByRole('option', { selected: true }).textContent
  expect(shown()).toBe('Choose…')
  await user.selectOptions(box, 'No')
  expect(given).toEqual([{ type: 'checkbox', checked: false }])
  expect(shown()).toBe('No')
  await user.selectOptions(box, 'Yes')
  expect(given.at(-1)).toEqual({ type: 'checkbox', checked: true })
  await user.selectOptions(box, 'Choose…')
  expect(given.at(-1)).toBeNull()
})
