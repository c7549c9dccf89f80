import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { question, section, template } from '../../lib/handoff/builders.ts'
import { inOptions } from './in-options.tsx'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const begun = {
  key: 'own',
  version: '2.0.0',
  name: 'Own handoff',
  kind: 'ae-csm',
  status: 'draft',
  from: 'import',
  isLocked: false,
  isLeftOut: false,
  questions: 4,
}

const ids = ['006000000000001AAA', '006000000000002AAA', '006000000000003AAA']
const names = ['Alder', 'Birch', 'Cedar']
const found = {
  outcome: 'ok',
  value: {
    deals: ids.map((opportunityId, at) => ({ opportunityId, name: names[at] })),
    origin: 'https://acme.lightning.force.com',
  },
}
const finding = (key: string, severity = 'blocks-submit') => ({
  question: key,
  severity,
  rule: 'required',
})
const met = (...findings: unknown[]) => ({
  outcome: 'ok',
  value: [{ question: null, severity: 'blocks-submit', rule: 'no-recipient' }, ...findings],
})
const trouble = (kind: string, over: object = {}) => ({
  outcome: 'trouble',
  trouble: { kind, detail: '', fields: [], ...over },
})

const each = [met(finding('process')), met(finding('process'), finding('champion')), met()]
const own = template([
  section([
    question({ key: 'process', label: 'Decision process' }),
    question({ key: 'champion', label: 'Champion' }),
    question({ key: 'tone', label: 'Tone' }),
  ]),
])

/** The sheet of the template, over a worker that gives these answers one after the other. */
async function trying(answers: readonly unknown[], deals: unknown = found) {
  const left = [...answers]
  const drawn = await inOptions(
    ({ request }) => {
      if (request === 'template.list') return [begun]
      if (request === 'template.read') return own
      if (request === 'template.deals') return deals
      if (request === 'template.try') return left.shift() ?? new Promise(() => undefined)
      return trouble('offline')
    },
    async () => {
      const { Templates } = await import('../../../entrypoints/options/templates.tsx')
      return Templates
    },
  )
  const open = { name: 'Try it on past deals: Own handoff 2.0.0' }
  await drawn.user.click(await screen.findByRole('button', open))
  const sheet = within(screen.getByRole('dialog', { name: 'Try it on past deals' }))
  const press = (name: string) => drawn.user.click(sheet.getByRole('button', { name }))
  return { ...drawn, sheet, press }
}

const summaries = () =>
  within(screen.getByRole('region', { name: 'What the template would have done' }))
    .getAllByRole('group')
    .map((one) => one.querySelector('summary')?.textContent)

const url = 'https://acme.my.salesforce.com/'

describe('a template that is tried on past deals', () => {
  it('reads nothing before it is pressed, and says before what it would read', async () => {
    const { asked, sheet } = await trying([])
    expect(sheet.getByText(/Reads up to 20 deals, one call each/)).toBeDefined()
    expect(
      asked.filter((request) => request === 'template.deals' || request === 'template.try'),
    ).toEqual([])
  })

  it('says how many could be submitted, and what stops the others, the worst first', async () => {
    const { sheet, press } = await trying(each)
    await press('Read the deals')
    expect(
      await sheet.findByText('1 of 3 deals could be submitted as the record is.'),
    ).toBeDefined()
    expect(summaries()).toEqual([
      '67 % would fail on Decision process: 2 of 3',
      '33 % would fail on Champion: 1 of 3',
      'All deals: 3',
    ])
    const whole = sheet.getByText('All deals: 3').closest('details')
    expect(
      [...(whole?.querySelectorAll('li') ?? [])].map(({ textContent }) => textContent),
    ).toEqual([
      'Alder : one question stops it',
      'Birch : 2 questions stop it',
      'Cedar : could be submitted',
    ])
    const [link] = sheet.getAllByRole('link', { name: 'Cedar', hidden: true })
    expect(link?.getAttribute('href')).toBe(
      `https://acme.lightning.force.com/lightning/r/Opportunity/${ids[2]}/view`,
    )
  })

  it('folds away what would only warn', async () => {
    const { sheet, press } = await trying([met(finding('tone', 'warns')), met(), met()])
    await press('Read the deals')
    expect(
      await sheet.findByText('3 of 3 deals could be submitted as the record is.'),
    ).toBeDefined()
    const folded = sheet.getByText(/^What would only warn/).closest('details')
    expect(folded?.open).toBe(false)
    expect(folded?.textContent).toContain('Tone: 1 of 3')
  })

  it('can be stopped, keeps what was found, and goes on from there', async () => {
    const answers: unknown[] = each.slice(0, 1)
    const { asked, sheet, press } = await trying(answers)
    await press('Read the deals')
    const progress = await sheet.findByRole('progressbar', { name: 'Deals read' })
    await waitFor(() => expect(progress.getAttribute('value')).toBe('1'))
    await press('Stop')
    expect(sheet.getByText(/^Stopped after 1 of 3 deals/)).toBeDefined()
    expect(sheet.getByText(/0 of 1 deals could be submitted as the record is\./)).toBeDefined()
    await press('Go on')
    expect(asked.filter((request) => request === 'template.deals')).toHaveLength(1)
    expect(asked.filter((request) => request === 'template.try')).toHaveLength(3)
  })

  it.each([
    { kind: 'offline', title: 'You are offline', links: [] },
    { kind: 'signed-out', title: 'You are signed out of Salesforce', links: [url] },
    { kind: 'limit-reached', title: 'Your org has used up its API calls for today', links: [] },
  ])('stops and says so, keeping what was found: $kind', async ({ kind, title, links }) => {
    const { sheet, press } = await trying([each[0], trouble(kind, { url }), each[1], each[2]])
    await press('Read the deals')
    expect(await sheet.findByText(title)).toBeDefined()
    expect(sheet.getByText(/^Stopped after 1 of 3 deals/)).toBeDefined()
    expect(sheet.getByText(`100 % would fail on`, { exact: false })).toBeDefined()
    const signIn = sheet.queryAllByRole('link', { name: 'Sign in' })
    expect(signIn.map((link) => link.getAttribute('href'))).toEqual(links)
    await press('Go on')
    expect(
      await sheet.findByText('1 of 3 deals could be submitted as the record is.'),
    ).toBeDefined()
  })

  it.each(['offline', 'unreachable', 'limit-reached'])(
    'says nothing of writing where it is stopped for %s: how it goes on is for the user',
    async (kind) => {
      const { sheet, press } = await trying([met(), trouble(kind)])
      await press('Read the deals')
      expect(await sheet.findByText(/^What was read stays here\. Go on/)).toBeDefined()
      expect(sheet.queryByText(/writing|by itself|by ourselves/)).toBeNull()
    },
  )

  it('passes by a deal that is gone meanwhile', async () => {
    const { sheet, press } = await trying([each[0], trouble('record-gone'), each[2]])
    await press('Read the deals')
    expect(
      await sheet.findByText(/^1 of 2 deals could be submitted as the record is\./),
    ).toBeDefined()
    expect(sheet.getByText(/1 could not be read/)).toBeDefined()
  })

  it('says when there is no deal to try it on, or none was found for trouble', async () => {
    const none = { outcome: 'ok', value: { deals: [], origin: '' } }
    const { sheet, press } = await trying([], none)
    await press('Read the deals')
    expect(await sheet.findByText(/^There are no such deals/)).toBeDefined()
    cleanup()
    const other = await trying([], trouble('unreachable'))
    await other.press('Read the deals')
    expect(await other.sheet.findByText('Salesforce does not answer')).toBeDefined()
    expect(other.sheet.getByText('No deal was read.')).toBeDefined()
  })
})
