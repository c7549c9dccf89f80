import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { CoverageLine } from '#components/packet/coverage-line.tsx'
import { WithDesk } from '#components/packet/desk.ts'
import { aeCsm } from '#lib/templates/ae-csm.ts'
import { ana, ben, handoff, mara } from '../lib/handoff/builders.ts'
import { plainDesk } from './at-desk.tsx'
import { inSetting } from './in-setting.tsx'

afterEach(cleanup)

const sent = handoff({
  outgoing: ana,
  incoming: ben,
  packet: {
    v: 1,
    template: { key: aeCsm.key, version: aeCsm.version },
    variant: 'standard',
    answers: {},
  },
})

it.each([
  { who: 'sender', me: ana, template: aeCsm, shown: true },
  { who: 'recipient', me: ben, template: aeCsm, shown: true },
  { who: 'manager, to whom some answers are not shown,', me: mara, template: aeCsm, shown: false },
  {
    who: 'sender without a methodology',
    me: ana,
    template: { ...aeCsm, methodology: [] },
    shown: false,
  },
])('how much of it is covered is there for the $who: $shown', ({ me, template, shown }) => {
  const desk = plainDesk({ handoff: sent })
  inSetting(
    <WithDesk value={desk}>
      <CoverageLine template={template} />
    </WithDesk>,
    { me },
  )
  expect(screen.queryByText('MEDDPICC: 0% covered') !== null).toBe(shown)
})
