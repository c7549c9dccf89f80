import { cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { BriefView } from '#components/packet/brief-view.tsx'
import { plainCalendar } from '#lib/handoff/business-time.ts'
import type { LoggedEvent } from '#lib/handoff/logged-event.ts'
import { arranged } from '#lib/handoff/transition-plan.ts'
import { aeCsm } from '#lib/templates/ae-csm.ts'
import { territory } from '#lib/templates/territory.ts'
import { deal, handoff as built } from '../lib/handoff/builders.ts'
import { inSetting } from './in-setting.tsx'
import { now, shownTransition as shown } from './shown-transition.tsx'

afterEach(cleanup)

describe('a template of one question, without phases, milestones and headings of the brief', () => {
  const bare = { ...aeCsm, phases: [], milestones: [] }
  const region = () => screen.queryByRole('region', { name: /^(?:Transition|Brief)$/ })

  it('shows no transition before somebody has accepted, and no brief', () => {
    shown({ status: 'submitted', transition: null }, bare)
    inSetting(<BriefView brief={{ parts: [] }} onLine={() => undefined} />)
    expect(region()).toBeNull()
  })

  it('shows the transition while it runs: it has an end', () => {
    shown({}, bare)
    expect(region()).not.toBeNull()
  })

  it('calls no step closed, since there is none', () => {
    shown({}, bare)
    expect(screen.queryByRole('heading', { name: /step/ })).toBeNull()
  })
})

describe('a transition', () => {
  it('says what its first step sets off, as long as none was taken', () => {
    const happens = (status: string) => [`This is posted: ${status}.`]
    const onStatus = [{ status: 'in-transition' as const, post: 'It begins.' }]
    shown({}, { ...aeCsm, onStatus }, 'incoming', {}, { happens })
    expect(screen.getByText('This is posted: in-transition.')).toBeDefined()
    cleanup()
    shown({ status: 'in-transition' }, { ...aeCsm, onStatus }, 'incoming', {}, { happens })
    expect(screen.queryByText('This is posted: in-transition.')).toBeNull()
    cleanup()
    shown({}, aeCsm, 'incoming', {}, { happens })
    expect(screen.queryByText('This is posted: in-transition.')).toBeNull()
  })

  it('says who leads until when, and who does what in each phase', () => {
    shown()
    expect(screen.getByText(/^Until 6 December: Ana Alvarez leads, Ben Bauer joins$/)).toBeDefined()
    expect(screen.getByRole('figure', { name: /^Who speaks to the customer from/ })).toBeDefined()
    expect(screen.getByText('Ben Bauer speaks, Ana Alvarez leaves')).toBeDefined()
  })

  it('refuses days with a gap, and saves those without', async () => {
    const { user, steps } = shown()
    await user.click(screen.getByRole('button', { name: 'Change the days' }))
    const lead = within(screen.getByRole('group', { name: 'Lead' }))
    const first = lead.getByLabelText('First day')
    fireEvent.change(first, { target: { value: '2026-12-10' } })
    expect(screen.getByText(/nobody speaks to the customer/)).toBeDefined()
    const save = screen.getByRole<HTMLButtonElement>('button', { name: 'Save the days' })
    expect(save.disabled).toBe(true)
    fireEvent.change(first, { target: { value: '2026-12-07' } })
    await user.click(save)
    expect(steps.setPhases).toHaveBeenCalledOnce()
  })

  it('without its day asks for it', async () => {
    const { user, steps } = shown({}, territory)
    await user.type(screen.getByLabelText('The day on which ownership shifts'), '2026-12-14')
    await user.click(screen.getByRole('button', { name: 'Plan from this day' }))
    expect(steps.setEffectiveDay).toHaveBeenCalledWith('2026-12-14')
  })

  it('sends the day of a step with the one it was changed from, and none that was left as it is', async () => {
    const { user, steps, transition } = shown()
    const { day: before } = transition.milestones.find(({ key }) => key === 'kickoff') ?? {}
    await user.click(screen.getByRole('button', { name: /^Change… ?: Kickoff;/ }))
    await user.type(
      screen.getByRole('textbox', { name: /^A note/ }),
      'They asked for the afternoon',
    )
    await user.click(screen.getByRole('button', { name: 'Save' }))
    const said = { key: 'kickoff', status: 'open', note: 'They asked for the afternoon' }
    expect(steps.change).toHaveBeenLastCalledWith(said)
    await user.click(screen.getByRole('button', { name: /^Change… ?: Kickoff;/ }))
    fireEvent.change(screen.getByLabelText('Day'), { target: { value: '2026-12-18' } })
    await user.click(screen.getByRole('button', { name: 'Save' }))
    const moved = { key: 'kickoff', status: 'open', note: '', day: '2026-12-18', before }
    expect(steps.change).toHaveBeenLastCalledWith(moved)
  })

  it.each([
    { what: 'a note of a step', box: 'milestone:kickoff', label: /^A note/ },
    { what: 'a note of a contact', box: 'contact:note', label: 'What about' },
    { what: 'a reason for no meeting', box: 'no-meeting', label: /^Why is no meeting/ },
  ])('$what stands open again once its sending is given up', ({ box, label }) => {
    const { bring } = shown()
    expect(screen.queryByRole('textbox', { name: label })).toBeNull()
    bring(box, 'They asked for it')
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: label }).value).toBe(
      'They asked for it',
    )
  })

  it('a day of a step that was given up stands open again too', () => {
    const { bring } = shown()
    bring('milestone:kickoff:day', '2026-12-18')
    expect(screen.getByLabelText<HTMLInputElement>('Day').value).toBe('2026-12-18')
  })

  it('closes a step, and waives one only with its reason', async () => {
    const { user, steps } = shown()
    await user.click(screen.getByRole('button', { name: /^Done ?: Kickoff is in/ }))
    expect(steps.change).toHaveBeenCalledWith({ key: 'schedule-kickoff', status: 'done', note: '' })
    await user.click(screen.getByRole('button', { name: /^Change… ?: Kickoff is in/ }))
    const waive = screen.getByRole<HTMLButtonElement>('button', { name: 'Not needed' })
    expect(waive.disabled).toBe(true)
  })

  it('offers what has been read to somebody who is no part of it, and nothing to press', () => {
    shown({}, aeCsm, null)
    expect(screen.queryByRole('button', { name: /^Done/ })).toBeNull()
    expect(screen.queryByRole('button', { name: 'Change the days' })).toBeNull()
  })

  it('names what keeps it from being completed', () => {
    shown()
    expect(screen.getByText(/^To be completed later: \d+ required steps are open/)).toBeDefined()
  })

  it('says that its steps have no tasks while somebody who may make none was the only one', () => {
    const { transition } = shown()
    const said = () => screen.queryByText('These steps have no tasks in Salesforce')
    expect(said()).toBeNull()
    cleanup()
    const milestones = transition.milestones.map((one) => ({ ...one, tasked: false }))
    shown({ transition: { ...transition, milestones } })
    expect(said()).not.toBeNull()
  })

  it('closes the step of the change of owner with it, and opens it again when that is undone', () => {
    const event = (kind: LoggedEvent['kind']): LoggedEvent => ({
      id: kind,
      kind,
      actor: null,
      at: now,
      details: {},
    })
    const step = /^The owner changes; the team stays/
    const standing = () => screen.getByText(step).closest('li')?.dataset['status']
    const effectiveDate = '2026-12-14'
    const taken = built({ status: 'accepted', decidedAt: now, effectiveDate })
    const own = { template: territory, deal: null, calendar: plainCalendar('UTC'), now }
    const transition = arranged({ ...own, handoff: taken })
    const given = event('Transfer_Done')
    for (const [events, state, open] of [
      [[], 'open', 1],
      [[given], 'done', 0],
      [[given, event('Transfer_Undone')], 'open', 1],
    ] as const) {
      const only = transition.milestones.filter(({ key }) => key === 'change')
      shown({ transition: { ...transition, milestones: only }, events: [...events] }, territory)
      expect(standing()).toBe(state)
      expect(screen.queryAllByText(/one required step is open/)).toHaveLength(open)
      expect(screen.queryByRole('button', { name: /^Open again/ })).toBeNull()
      cleanup()
    }
  })

  it('says nothing of meetings on a deal that its reader may not see', () => {
    const { transition } = shown()
    expect(screen.getByText(/^No next meeting/)).toBeDefined()
    cleanup()
    const milestones = transition.milestones.map((one) =>
      Object.assign({}, one, { status: 'done' as const }),
    )
    const over = { transition: { ...transition, milestones } }
    shown(over, aeCsm, 'incoming', { deal: deal({ hidden: true }) })
    expect(screen.queryByText(/next meeting/)).toBeNull()
    expect(screen.getByRole('button', { name: 'Complete the handoff' })).toBeDefined()
  })

  it('is completed once everything required is closed and no meeting is needed', async () => {
    const { transition } = shown()
    cleanup()
    const milestones = transition.milestones.map((one) =>
      Object.assign({}, one, { status: 'done' as const }),
    )
    const by = { userId: '005000000000002AAA', name: 'Ben Bauer' }
    const noMeeting = { by, at: now, words: 'They asked for silence' }
    const { user, steps } = shown({ transition: { ...transition, milestones, noMeeting } })
    await user.click(screen.getByRole('button', { name: 'Complete the handoff' }))
    expect(steps.complete).toHaveBeenCalledOnce()
  })

  it('keeps a message that begins with a Hebrew name running as it is written', async () => {
    const { user } = shown({ incoming: { userId: '005000000000002AAA', name: 'נועה לוי' } })
    await user.click(screen.getByText(/messages ready to send$/))
    await user.click(screen.getByRole('button', { name: /^Introduction: customer success/ }))
    const text = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Text' })
    expect(text.value).toMatch(/נועה לוי will be your contact/)
    expect(text.value).not.toMatch(/[\u200E\u200F\u2066-\u2069]/)
    expect(text.dir).toBe('ltr')
    fireEvent.input(text, { target: { value: 'נועה לוי תהיה אשת הקשר שלך' } })
    expect(text.dir).not.toBe('ltr')
  })

  it('tells the old owner that their part has ended', async () => {
    const { user, steps } = shown({ transitionEnd: '2026-11-20' }, aeCsm, 'outgoing')
    await user.click(screen.getByRole('button', { name: 'I have stepped back' }))
    expect(steps.change).toHaveBeenCalledWith({ key: 'step-back', status: 'done', note: '' })
  })
})
