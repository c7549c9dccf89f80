import { cleanup, screen } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, expect, it } from 'vitest'
import { ChecklistEditor } from '#components/handoff/plain-editors.tsx'
import type { Value } from '#lib/handoff/answer.ts'
import { question } from '../lib/handoff/builders.ts'
import { inSetting } from './in-setting.tsx'

afterEach(cleanup)

const items = [
  { key: 'sso', label: 'SSO login' },
  { key: 'migration', label: 'Data migration' },
]
const asked = question({ answer: { type: 'checklist', items } })
const given: (Value | null)[] = []

function Shown() {
  const [value, setValue] = useState<Value | null>({
    type: 'checklist',
    checked: ['migration', 'Audit'],
  })
  const put = (next: Value | null) => {
    given.push(next)
    setValue(next)
  }
  return <ChecklistEditor names={{}} question={asked} findings={[]} value={value} onValue={put} />
}

it('what a field holds besides the items of a checklist is shown, stays with what is ticked, and can be unticked', async () => {
  const { user } = inSetting(<Shown />)
  const tick = (name: string) => user.click(screen.getByRole('checkbox', { name }))
  await tick('SSO login')
  expect(given.at(-1)).toEqual({ type: 'checklist', checked: ['sso', 'migration', 'Audit'] })
  await tick('Audit (no longer offered)')
  expect(given.at(-1)).toEqual({ type: 'checklist', checked: ['sso', 'migration'] })
})
