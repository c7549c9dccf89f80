import { describe, expect, it } from 'vitest'
import { importNotes } from '#lib/handoff/import-notes.ts'
import { shelving } from '#lib/handoff/shelving.ts'
import { knownTemplates } from '#lib/handoff/shelf.ts'
import { planNotes } from '#lib/handoff/template-plan.ts'
import type { Milestone, Offset, PhasePlan } from '#lib/handoff/template.ts'
import { builtInTemplates } from '#lib/templates/all.ts'
import { question, section, template } from './builders.ts'

const phase = (
  communicationOwner: PhasePlan['communicationOwner'],
  [from, to]: readonly [number, number],
  over: Partial<PhasePlan> & { readonly unit?: Offset['unit'] } = {},
): PhasePlan => {
  const { unit = 'days', ...rest } = over
  const at = (amount: number) => ({ amount, unit })
  return { phase: 'joint', anchor: 'won', communicationOwner, from: at(from), to: at(to), ...rest }
}

const notesOn = (phases: PhasePlan[]) =>
  planNotes(template([section([question()])], { phases, variants: ['express', 'standard'] })).map(
    ({ path, sentence }) => `${path}: ${sentence}`,
  )

const overlap = 'phases overlap, and both sides would speak to the customer.'
const gap = 'days are left out between phases, and nobody would speak to the customer.'

describe('the phases of a template that is imported', () => {
  it.each([
    {
      is: 'overlap',
      phases: [phase('outgoing', [0, 5]), phase('incoming', [3, 9])],
      notes: [`phases: In “express”, “standard” ${overlap}`],
    },
    {
      is: 'overlap in one variant',
      phases: [phase('outgoing', [0, 5]), phase('incoming', [3, 9], { variants: ['standard'] })],
      notes: [`phases: In “standard” ${overlap}`],
    },
    {
      is: 'overlap in business days, whenever they start',
      phases: [
        phase('outgoing', [0, 5], { unit: 'business-days' }),
        phase('incoming', [4, 9], { unit: 'business-days' }),
      ],
      notes: [`phases: In “express”, “standard” ${overlap}`],
    },
    {
      is: 'leave days out',
      phases: [phase('outgoing', [0, 2]), phase('incoming', [3, 9])],
      notes: [`phases: In “express”, “standard” ${gap}`],
    },
    {
      is: 'overlap, and one side speaks',
      phases: [phase('outgoing', [0, 5]), phase('outgoing', [3, 9])],
      notes: [],
    },
    {
      is: 'follow on each other',
      phases: [phase('outgoing', [0, 5]), phase('incoming', [5, 9])],
      notes: [],
    },
    {
      is: 'overlap or not as the weekend falls',
      phases: [phase('outgoing', [0, 3], { unit: 'business-days' }), phase('incoming', [3, 9])],
      notes: [],
    },
    {
      is: 'are parted by the day of another anchor',
      phases: [phase('outgoing', [0, 9]), phase('incoming', [0, 9], { anchor: 'effective' })],
      notes: [],
    },
    { is: 'are none', phases: [], notes: [] },
  ])('$is', ({ phases, notes }) => {
    expect(notesOn(phases)).toEqual(notes)
  })

  it('leave nothing open in those that come with Segue', () => {
    expect(builtInTemplates.flatMap(planNotes)).toEqual([])
  })
})

describe('a section without questions', () => {
  it('is spoken of when the template is imported, and keeps it from nothing', async () => {
    const own = template([section([question()]), { ...section([]), key: 'empty' }])
    const known = knownTemplates({ builtIn: [], shelved: [] })
    const judged = await shelving(JSON.stringify(own), known, { types: {} })
    expect(judged).toMatchObject({ outcome: 'fit' })
    const org = { types: {}, locked: [] }
    expect(await importNotes(own, { org, templates: [own] })).toEqual([
      {
        path: 'sections[1].questions',
        sentence: 'This section asks nothing, so it is not shown.',
      },
    ])
  })
})

describe('a rating that no field holds', () => {
  it('is spoken of', () => {
    const axes = ['context', 'handover_call'].map((key) => ({ key, label: key }))
    expect(planNotes(template([section([question()])], { ratingAxes: axes }))).toEqual([
      {
        path: 'ratingAxes[1].key',
        sentence:
          'Not asked: only completeness, promises, sentiment, context, stakeholders are kept.',
      },
    ])
  })
})

describe('two checklists of one side', () => {
  it('are spoken of, because they look alike and are ticked together', () => {
    const items = [{ key: 'read', text: 'Read it' }]
    const checklists = (['incoming', 'outgoing', 'incoming'] as const).map((role) => ({
      role,
      items,
    }))
    expect(planNotes(template([section([question()])], { checklists }))).toEqual([
      {
        path: 'checklists[2].role',
        sentence: 'The checklist of “incoming” stands at checklists[0].role already.',
      },
    ])
  })
})

describe('what hangs on a kickoff', () => {
  const step = (key: string): Milestone => ({
    key,
    label: key,
    kind: 'task',
    anchor: 'kickoff',
    offset: { amount: 3, unit: 'days' },
    owner: 'both',
    required: true,
  })
  const planned = (...milestones: Milestone[]) =>
    planNotes(
      template([section([question()])], {
        milestones,
        phases: [phase('incoming', [0, 9], { anchor: 'kickoff' })],
      }),
    )

  it('is spoken of where no step is the kickoff: its day is never known', () => {
    const sentence = 'No milestone has the key “kickoff”, so this has no day.'
    expect(planned(step('review'), { ...step('start'), anchor: 'accepted' })).toEqual([
      { path: 'milestones[0].anchor', sentence },
      { path: 'phases[0].anchor', sentence },
    ])
  })

  it('is not where one is', () => {
    expect(planned(step('review'), { ...step('kickoff'), anchor: 'accepted' })).toEqual([])
  })
})
