import { cleanup, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { AcceptSheet } from '#components/packet/accept-sheet.tsx'
import { PacketView } from '#components/packet/packet-view.tsx'
import {
  given,
  handoff,
  question,
  section,
  template as templateOf,
} from '../lib/handoff/builders.ts'
import { atDesk, plainPacket } from './at-desk.tsx'

afterEach(cleanup)

const odd = handoff({ template: { key: 'odd', version: '1.0.0' }, summary: 'GOAL: four hours' })

const promised = {
  id: 'a01000000000001AAA',
  key: 'c1',
  toWhom: '',
  byWhom: '',
  due: '',
  source: '',
  stretch: false,
  note: '',
  surprise: false,
}

const shown = (template: null | undefined) =>
  atDesk(<PacketView {...plainPacket} template={template} />, { handoff: odd })

describe('a handoff whose template is not on this computer', () => {
  it('says so, and who has it, above the summary', () => {
    shown(null)
    const title = 'Written with “odd 1.0.0”, which is not on this computer'
    expect(screen.getByText(title)).toBeDefined()
    expect(screen.getByText(/^Ask/).textContent).toMatch(/^Ask Ana Alvarez or your admin for it/)
    expect(screen.getByText('GOAL: four hours')).toBeDefined()
  })

  it.each([
    ['says so above the summary where another version asks for less', '1.1.0', true],
    ['reads as it was asked where that version is here', '1.0.0', false],
  ])('%s', (_, version, isSaid) => {
    const here = templateOf([section([question({ key: 'pain' })])], { key: 'odd', version })
    const answers = {
      pain: given({ type: 'text', text: 'Slow' }),
      gone: given({ type: 'text', text: 'Dana pays' }),
    }
    const packet = { v: 1, template: odd.template, variant: 'standard', answers } as const
    atDesk(<PacketView {...plainPacket} template={here} />, {
      handoff: { ...odd, packet },
    })
    expect(screen.queryByText(/which is not on this computer/) !== null).toBe(isSaid)
    expect(screen.queryByText('GOAL: four hours') !== null).toBe(isSaid)
    expect(screen.getByText('Slow')).toBeDefined()
  })

  it('says what became of the promises, of which the template knows nothing', () => {
    const promise = { ...promised, words: 'Free training', state: 'broken' } as const
    atDesk(<PacketView {...plainPacket} template={null} />, {
      handoff: { ...odd, status: 'accepted', commitments: [promise] },
    })
    const ledger = screen.getByRole('region', { name: 'What became of the promises' })
    expect(ledger.textContent).toContain('Free trainingBroken')
    expect(screen.queryByRole('region', { name: 'Ratings' })).toBeNull()
  })

  it('does not say so while it is being looked for', () => {
    shown(undefined)
    expect(screen.queryByText(/not on this computer/)).toBeNull()
  })
})

describe('a handoff without answers', () => {
  it.each([
    { why: 'names no template', key: '', known: null },
    { why: 'has a packet that is none', key: 'ae-csm', known: templateOf([]) },
  ])('that $why says that they cannot be read', ({ key, known }) => {
    const bare = handoff({ template: { key, version: '' }, packet: null })
    const view = <PacketView {...plainPacket} template={known} />
    atDesk(view, { handoff: bare })
    expect(screen.getByText('The answers of this handoff cannot be read')).toBeDefined()
    expect(screen.queryByText(/not on this computer/)).toBeNull()
  })
})

it('a handoff of which nothing can be said back is taken over with a tick of one’s own', async () => {
  const accepted: unknown[] = []
  const user = userEvent.setup()
  const accept = (...words: unknown[]) => accepted.push(words)
  render(<AcceptSheet isSending={false} onAccept={accept} onClose={() => undefined} />)
  const button = screen.getByRole<HTMLButtonElement>('button', { name: 'Accept', hidden: true })
  expect(button.disabled).toBe(true)
  await user.click(
    screen.getByRole('checkbox', { name: /I take this customer over/, hidden: true }),
  )
  await user.click(button)
  expect(accepted).toEqual([['', '', []]])
})
