import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { MeetingSheet } from '#components/transition/meeting-sheet.tsx'
import { type Steps, WithSteps } from '#components/transition/steps.ts'
import { plainCalendar } from '#lib/handoff/business-time.ts'
import { arranged } from '#lib/handoff/transition-plan.ts'
import { aeCsm } from '#lib/templates/ae-csm.ts'
import { handoff } from '../lib/handoff/builders.ts'
import { atDesk } from './at-desk.tsx'

afterEach(cleanup)

const now = '2026-11-25T10:00:00.000Z'
const done = async () => true
const steps: Steps = {
  setPhases: done,
  setEffectiveDay: done,
  follow: done,
  recordContact: done,
  waiveMeeting: done,
  complete: done,
  meet: done,
  readCalendars: async () => ({ outcome: 'ok', value: { engagements: [], owners: [] } }),
  saveFile: () => undefined,
  change: done,
}

/** The sheet of the kickoff, as it is opened from the handoff. */
function openKickoff() {
  const taken = handoff({ status: 'accepted', decidedAt: now })
  const calendar = plainCalendar('UTC')
  const arranging = { template: aeCsm, handoff: taken, deal: null, calendar, now }
  const kickoff = arranged(arranging).milestones.find(({ key }) => key === 'kickoff')
  if (!kickoff) throw new Error('The template has no kickoff.')
  const sheet = (
    <QueryClientProvider client={new QueryClient()}>
      <WithSteps value={steps}>
        <MeetingSheet milestone={kickoff} arranging={arranging} onClose={() => undefined} />
      </WithSteps>
    </QueryClientProvider>
  )
  return atDesk(sheet, { handoff: taken })
}

it('the agenda and the place that were written for a meeting stand there again when it is opened again', async () => {
  const { reload } = openKickoff()
  const box = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name })
  fireEvent.input(box('Agenda'), { target: { value: 'First the depots, then the dates.' } })
  fireEvent.input(box('Place or link'), { target: { value: 'Room 4' } })
  reload()
  expect(await screen.findByDisplayValue('First the depots, then the dates.')).toBeDefined()
  expect(box('Place or link').value).toBe('Room 4')
})

it('a time of one’s own holds no longer than it stands in its boxes', async () => {
  openKickoff()
  const put = (label: string, value: string) =>
    fireEvent.change(screen.getByLabelText(label), { target: { value } })
  const arrange = () => screen.getByRole<HTMLButtonElement>('button', { name: /^Put it/ })
  await screen.findByLabelText('Another day')
  put('Another day', '2026-12-03')
  put('Time', '10:20')
  expect(arrange().disabled).toBe(false)
  put('Time', '')
  expect(arrange().disabled).toBe(true)
  put('Time', '11:20')
  const [, proposed] = screen.getAllByRole('radio')
  if (proposed) fireEvent.click(proposed)
  put('Time', '')
  expect(arrange().disabled).toBe(false)
})
