import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { RowForm } from '#components/handoff/row-form.tsx'
import { emptyRow } from '#lib/handoff/empty-row.ts'
import { inSetting } from './in-setting.tsx'

afterEach(cleanup)

const nothing = () => undefined
const given = { number: 1, count: 1, isNew: false, takesFocus: false, problem: undefined }
const deeds = {
  onMove: nothing,
  onRow: nothing,
  onRemove: nothing,
  onDone: nothing,
  onList: nothing,
}

it('when all of a row is asked for, the keyboard goes on in the first cell that comes', async () => {
  const row = emptyRow('risks', 'r')
  const { user } = inSetting(<RowForm kind="risks" row={row} {...given} {...deeds} />)
  const cells = () => [...document.querySelectorAll('input, select, textarea')]
  const before = cells()
  screen.getByRole('button', { name: 'More about this risk' }).focus()
  await user.keyboard('{Enter}')
  const come = cells().find((cell) => !before.includes(cell))
  expect(document.activeElement).toBe(come)
})
