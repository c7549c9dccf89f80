import { cleanup, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { OwnerBox } from '#components/transfer/owner-box.tsx'
import type { TransferStanding } from '#lib/handoff/transfer-due.ts'
import { ana, ben } from '../gallery/deal.ts'
import { handoff } from '../lib/handoff/builders.ts'
import { inSetting } from './in-setting.tsx'

afterEach(cleanup)

const formats = { locale: 'en-GB', timeZone: 'UTC' }

function shown(standing: TransferStanding, differences: readonly string[] | null) {
  const given = handoff({ status: 'accepted', outgoing: ana, incoming: ben })
  inSetting(
    <OwnerBox
      {...{ standing, differences, formats }}
      handoff={given}
      owner={ana}
      transfer={{ trigger: ['A deal is won'], ownerMoves: 'on-accept' }}
      actions={null}
    />,
  )
  return screen.queryByRole('region', { name: 'Owner of the deal' })?.textContent ?? null
}

describe('an owner whom an automation of the org has put back', () => {
  it.each([
    { aim: 'transferred', standing: { is: 'due', day: '2026-11-23' }, sentence: 'Ana owns it.' },
    { aim: 'given back', standing: { is: 'nothing' }, sentence: 'Ben owns it.' },
  ] as const)('is told of when the deal was $aim', ({ standing, sentence }) => {
    expect(shown(standing, [sentence])).toContain(
      `Salesforce has made something else of it${sentence}`,
    )
  })
})

it('nothing is said of an owner who is not to change', () => {
  expect(shown({ is: 'nothing' }, [])).toBeNull()
  expect(shown({ is: 'nothing' }, null)).toBeNull()
})
