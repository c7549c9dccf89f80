import { act } from '@testing-library/react'
import { type ReactNode, useEffect, useState } from 'react'
import { vi } from 'vitest'
import { type Desk, WithDesk } from '#components/packet/desk.ts'
import { type Steps, WithSteps } from '#components/transition/steps.ts'
import { TransitionView } from '#components/transition/transition-view.tsx'
import { plainCalendar } from '#lib/handoff/business-time.ts'
import type { Handoff } from '#lib/handoff/handoff.ts'
import { arranged } from '#lib/handoff/transition-plan.ts'
import { aeCsm } from '#lib/templates/ae-csm.ts'
import { handoff as built } from '../lib/handoff/builders.ts'
import { plainDesk } from './at-desk.tsx'
import { inSetting } from './in-setting.tsx'

/** The moment at which it is shown. */
export const now = '2026-11-25T10:00:00.000Z'
const done = async () => true

/** Shows the transition of an accepted handoff, with what is given about it, and notes what is asked for. */
export function shownTransition(
  over: Partial<Handoff> = {},
  template = aeCsm,
  role: Desk['role'] = 'incoming',
  setting: Parameters<typeof inSetting>[1] = {},
  at: Partial<Desk> = {},
) {
  const taken = built({
    status: 'accepted',
    submittedAt: '2026-11-23T09:00:00.000Z',
    decidedAt: '2026-11-23T12:00:00.000Z',
    packet: {
      v: 1,
      template: { key: 'ae-csm', version: '1.0.0' },
      variant: 'standard',
      answers: {},
    },
  })
  const arranging = { template, handoff: taken, deal: null, calendar: plainCalendar('UTC'), now }
  const transition = arranged(arranging)
  const handoff = { ...taken, transition, ...over }
  const steps = {
    setPhases: vi.fn<Steps['setPhases']>(done),
    setEffectiveDay: vi.fn<Steps['setEffectiveDay']>(done),
    follow: vi.fn<Steps['follow']>(done),
    recordContact: vi.fn<Steps['recordContact']>(done),
    waiveMeeting: vi.fn<Steps['waiveMeeting']>(done),
    complete: vi.fn<Steps['complete']>(done),
    meet: vi.fn<Steps['meet']>(done),
    readCalendars: vi.fn<Steps['readCalendars']>(),
    saveFile: vi.fn<Steps['saveFile']>(),
    change: vi.fn<Steps['change']>(done),
  }
  const desk = plainDesk({ handoff, role, now: Date.parse(now), ...at })
  const box = { type: desk.type }
  function Keeping({ children }: { readonly children: ReactNode }) {
    const [typed, setTyped] = useState(desk.typed)
    const type = (name: string, text: string) => setTyped((was) => ({ ...was, [name]: text }))
    useEffect(() => {
      box.type = type
    })
    return <WithDesk value={{ ...desk, typed, type }}>{children}</WithDesk>
  }
  const { user } = inSetting(
    <Keeping>
      <WithSteps value={steps}>
        <TransitionView arranging={{ ...arranging, handoff }} />
      </WithSteps>
    </Keeping>,
    setting,
  )
  /** What was given up stands in its box again. */
  const bring = (name: string, text: string) => act(() => box.type(name, text))
  return { user, steps, transition, bring }
}
