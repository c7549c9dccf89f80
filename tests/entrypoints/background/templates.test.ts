// @vitest-environment node
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { builtInTemplates } from '#lib/templates/all.ts'
import { typed } from '../../lib/handoff/builders.ts'
import {
  acmeUsers,
  brightwater,
  type OrgInProcess,
  orgInProcess,
} from '../../lib/salesforce/org-in-process.ts'
import { importTemplate } from '../../../entrypoints/options/import-template.ts'
import { valueOf, workerInProcess } from './worker-in-process.ts'

const opportunityId = brightwater
const [sdrAe] = builtInTemplates
const aeCsm = builtInTemplates.find(({ key }) => key === 'ae-csm')

/** The company's own version of a template, as an admin would write it. */
function own(over: object): string {
  return JSON.stringify({ ...aeCsm, key: 'acme', name: 'Acme handoff', ...over })
}

function withoutFirstQuestion() {
  const sections = structuredClone(aeCsm?.sections ?? [])
  const gone = sections[0]?.questions.shift()?.key ?? ''
  return { sections, gone }
}

let world: OrgInProcess
let worker: ReturnType<typeof workerInProcess>
beforeEach(() => {
  world = orgInProcess()
  world.browser.signIn(acmeUsers.ana)
  worker = workerInProcess(world)
})

describe('a template that somebody imports', () => {
  it('is on the shelf, is read by its version and is offered before those that come with Segue', async () => {
    const { ask } = worker
    expect(await ask('template.import', { text: own({}) })).toMatchObject({ outcome: 'kept' })
    const list = await ask('template.list', {})
    expect(list[0]).toMatchObject({ key: 'acme', from: 'import', isLocked: false })
    expect(list).toHaveLength(builtInTemplates.length + 1)
    expect(await ask('template.read', { key: 'acme', version: '1.0.0' })).toMatchObject({
      name: 'Acme handoff',
    })
    const draft = valueOf(await ask('draft.start', { opportunityId }))
    expect(draft.template).toEqual({ key: 'acme', version: '1.0.0' })
  })

  it.each([
    { text: '{', path: '', sentence: /not JSON/ },
    { text: own({ surprise: 1 }), path: '', sentence: /surprise/ },
    { text: own({ sections: [] }), path: 'sections', sentence: /empty/ },
    { text: `${'['.repeat(10_000)}${']'.repeat(10_000)}`, path: '', sentence: /inside each other/ },
    {
      text: JSON.stringify({ ...sdrAe, name: 'Mine' }),
      path: 'version',
      sentence: /Raise the version/,
    },
  ])('is refused with the place of each fault: $sentence', async ({ text, path, sentence }) => {
    const answer = await worker.ask('template.import', { text })
    if (answer.outcome !== 'faulty') throw new Error('taken')
    expect(answer.problems[0]?.path).toBe(path)
    expect(answer.problems[0]?.sentence).toMatch(sentence)
    expect(await worker.ask('template.list', {})).toHaveLength(builtInTemplates.length)
  })

  it('is refused for a formula that cannot be read, and warned about for a field that is not there', async () => {
    const withFormula = (formula: string) =>
      own({ variantWhen: [{ variant: 'standard', when: { when: 'formula', formula } }] })
    const broken = await importTemplate(withFormula('AND(Amount >'), worker.ask)
    expect(broken).toMatchObject({
      outcome: 'faulty',
      problems: [{ path: 'variantWhen[0].when.formula', line: 1 }],
    })
    const typo = await importTemplate(withFormula('$Count.typo > 1'), worker.ask)
    expect(typo).toMatchObject({
      outcome: 'faulty',
      problems: [{ sentence: 'There is no question “typo” in this template.', line: 1 }],
    })
    const unknown = await importTemplate(withFormula('Bugdet__c > 1'), worker.ask)
    expect(unknown).toMatchObject({ outcome: 'kept', notes: [{ line: 1, column: 1 }] })
  })

  it('is taken with a word about each answer that is never written where it says', async () => {
    const sections = structuredClone(aeCsm?.sections ?? [])
    const [one, other] = sections[0]?.questions ?? []
    Object.assign(one ?? {}, { tier: 'recipient', writeTo: 'Opportunity.Description' })
    Object.assign(other ?? {}, { tier: 'everyone', writeTo: 'Contract.EndDate' })
    const path = (index: number) => `sections[0].questions[${index}].writeTo`
    expect(await importTemplate(own({ sections }), worker.ask)).toMatchObject({
      outcome: 'kept',
      notes: [
        { path: path(0), sentence: expect.stringMatching(/more people read that field/) },
        { path: path(1), sentence: expect.stringMatching(/not written to Contract\.EndDate/) },
      ],
    })
  })

  it('is taken with a word about each letter that no methodology has', async () => {
    const sections = structuredClone(aeCsm?.sections ?? [])
    Object.assign(sections[0]?.questions[0] ?? {}, { covers: ['BANT.need', 'MEDDPICC.champoin'] })
    const imported = await importTemplate(own({ sections }), worker.ask)
    const path = 'sections[0].questions[0].covers[1]'
    expect(imported).toMatchObject({ outcome: 'kept', notes: [{ path }] })
  })

  it('is taken with a word about each field that this org lacks or that cannot hold the answer', async () => {
    await worker.ask('context.read', { opportunityId, fresh: true })
    const sections = structuredClone(aeCsm?.sections ?? [])
    const questions = sections[0]?.questions ?? []
    const gone = { type: 'picklist', options: [{ value: 'Gewonnen', label: 'Gewonnen' }] }
    const written = [
      { writeTo: 'Opportunity.Nxt_Step__c' },
      { writeTo: 'Opportunity.CloseDate', answer: { type: 'long-text' } },
      { writeTo: 'Opportunity.StageName', answer: gone },
    ]
    for (const [at, over] of written.entries())
      Object.assign(questions[at] ?? {}, { tier: 'everyone', ...over })
    const imported = await importTemplate(own({ sections }), worker.ask)
    if (imported.outcome === 'faulty') throw new Error('refused')
    const said = imported.notes.map(({ path, sentence }) => `${path}: ${sentence}`).join('\n')
    const path = (index: number) => `sections[0].questions[${index}].writeTo`
    expect(said).toContain(`${path(0)}: There is no field Opportunity.Nxt_Step__c here`)
    expect(said).toContain(`${path(1)}: This answer cannot be written to Opportunity.CloseDate`)
    expect(said).toContain(`${path(2)}: Opportunity.StageName does not offer “Gewonnen”.`)
  })

  it('is on the shelf once, however often it is imported at the same time', async () => {
    const texts = [own({}), own({}), own({})]
    await Promise.all(texts.map((text) => worker.ask('template.import', { text })))
    expect(await worker.ask('template.list', {})).toHaveLength(builtInTemplates.length + 1)
  })

  it('may begin with the mark of its encoding, be imported again, be archived, and be used again once it is imported anew', async () => {
    const text = `\uFEFF${own({})}`
    await worker.ask('template.import', { text })
    expect(await worker.ask('template.import', { text })).toMatchObject({ outcome: 'kept' })
    const archived = { key: 'acme', version: '1.0.0', status: 'archived' } as const
    valueOf(await worker.ask('template.status', archived))
    await worker.ask('template.import', { text })
    expect((await worker.ask('template.list', {}))[0]).toMatchObject({ status: 'active' })
    expect(await worker.ask('template.list', {})).toHaveLength(builtInTemplates.length + 1)
  })

  it('is told of to every surface, as is what becomes of it', async () => {
    const { ask, facts } = worker
    const told = () => facts.splice(0).filter(({ fact }) => fact === 'templates-changed').length
    await ask('template.import', { text: '{' })
    expect(told()).toBe(0)
    await ask('template.import', { text: own({}) })
    expect(told()).toBe(1)
    const reference = { key: 'acme', version: '1.0.0' }
    await ask('template.status', { ...reference, status: 'archived' })
    expect(told()).toBe(1)
    await ask('template.remove', reference)
    expect(told()).toBe(1)
    await ask('mapping.keep', { mapping: { 'meddpicc.pain': 'Opportunity.NextStep' } })
    expect(facts).toContainEqual({ fact: 'mapping-changed' })
  })

  it('outlives the worker', async () => {
    await worker.ask('template.import', { text: own({}) })
    const next = workerInProcess(world, worker.browser)
    expect((await next.ask('template.list', {}))[0]).toMatchObject({ key: 'acme' })
  })

  it('is not offered once it is archived, and is kept while a draft is written with it', async () => {
    const { ask } = worker
    const reference = { key: 'acme', version: '1.0.0' }
    await ask('template.import', { text: own({}) })
    await ask('draft.start', { opportunityId })
    const refused = await ask('template.remove', reference)
    expect(refused).toMatchObject({
      outcome: 'trouble',
      trouble: { detail: expect.stringContaining('One draft') },
    })
    await ask('template.status', { ...reference, status: 'archived' })
    expect((await worker.office.shelf.known()).offered.map(({ key }) => key)).not.toContain('acme')
    expect(await ask('template.read', reference)).toMatchObject({ status: 'archived' })
    await ask('draft.discard', {
      draftKey: (await ask('draft.read', { opportunityId }))?.key ?? '',
    })
    valueOf(await ask('template.remove', reference))
    expect(await ask('template.list', {})).toHaveLength(builtInTemplates.length)
  })
})

describe('a draft whose template has a newer version', () => {
  it('moves to it without losing an answer, and says so', async () => {
    const { ask } = worker
    await ask('template.import', { text: own({}) })
    const started = valueOf(await ask('draft.start', { opportunityId }))
    const { gone, sections } = withoutFirstQuestion()
    await ask('draft.answer', { draftKey: started.key, question: gone, answer: typed('My words') })
    const newer = own({ version: '1.1.0', sections })
    expect(await ask('template.import', { text: newer })).toMatchObject({ outcome: 'kept' })
    // What was written is shown at once; the newer template takes it in right after.
    await ask('draft.read', { opportunityId })
    await vi.waitFor(async () =>
      expect((await ask('draft.read', { opportunityId }))?.template.version).toBe('1.1.0'),
    )
    const moved = await ask('draft.read', { opportunityId })
    expect(moved).toMatchObject({
      template: { key: 'acme', version: '1.1.0' },
      answers: { [gone]: { value: { text: 'My words' } } },
      migrated: { from: '1.0.0', orphaned: [gone] },
    })
    expect(await ask('draft.read', { opportunityId })).toEqual(moved)
  })
})

describe('templates that the company has set', () => {
  it('win over imported ones of the same key, and only those it names are offered', async () => {
    const { ask, office } = worker
    await ask('template.import', { text: own({ version: '9.0.0' }) })
    const template = own({ name: 'By the company' })
    Object.assign(worker.browser.managed, {
      templates: [{ template }, { template: 'no JSON' }],
      lockedTemplates: ['acme'],
    })
    const { offered } = await office.shelf.known()
    expect(offered.map(({ name }) => name)).toEqual(['By the company'])
    const listed = await ask('template.list', {})
    expect(listed[0]).toMatchObject({ from: 'policy', isLocked: true, isLeftOut: false })
    expect(listed.find(({ key }) => key === 'ae-csm')).toMatchObject({ isLeftOut: true })
    expect(await ask('template.import', { text: own({ version: '9.1.0' }) })).toMatchObject({
      outcome: 'faulty',
      problems: [{ sentence: expect.stringContaining('company') }],
    })
    Object.assign(worker.browser.managed, { templates: [], lockedTemplates: undefined })
    expect((await office.shelf.known()).offered[0]).toMatchObject({ version: '9.0.0' })
  })

  it('take the place of the same version that comes with Segue, until they are gone', async () => {
    const { ask } = worker
    const template = own({ key: 'ae-csm', name: 'By the company' })
    const named = async () =>
      (await ask('template.list', {})).filter(({ key }) => key === 'ae-csm').map(({ name }) => name)
    Object.assign(worker.browser.managed, { templates: [{ template }] })
    expect(await named()).toEqual(['By the company'])
    const reference = { key: 'ae-csm', version: aeCsm?.version ?? '' }
    expect(await ask('template.read', reference)).toMatchObject({ name: 'By the company' })
    expect(await worker.office.shelf.own()).toEqual([reference])
    Object.assign(worker.browser.managed, { templates: [] })
    expect(await named()).toEqual([aeCsm?.name])
    expect(await worker.office.shelf.own()).toEqual([])
  })
})
