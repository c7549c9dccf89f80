import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { AskBar } from '#components/packet/ask-box.tsx'
import type { Desk } from '#components/packet/desk.ts'
import { PacketSection } from '#components/packet/packet-section.tsx'
import { ana, ben } from '../gallery/deal.ts'
import { handoff, question, section, template, typed as answered } from '../lib/handoff/builders.ts'
import { atDesk } from './at-desk.tsx'

afterEach(cleanup)

const why = section([question()])
const packet = <PacketSection section={why} answers={{ 'why.pain': answered('Nine days') }} />

const places = [
  { where: 'an answer', opener: /^Remark ?about/, place: { question: 'why.pain', section: 'why' } },
  { where: 'a section', opener: /^Remark on this/, place: { question: null, section: 'why' } },
]

async function mention(user: UserEvent) {
  await user.type(screen.getByRole('searchbox', { name: /^Mention/ }), 'Ben')
  await user.click(await screen.findByRole('button', { name: new RegExp(`^${ben.name}`) }))
  await user.click(screen.getByRole('checkbox', { name: /has to do something/ }))
  fireEvent.change(screen.getByLabelText('By when?'), { target: { value: '2026-04-01' } })
}

describe.each(places)('a remark on $where', ({ opener, place }) => {
  it('goes on in its box when it is begun, and takes no focus when it is there again', async () => {
    const { user, reload } = atDesk(packet)
    await user.click(screen.getByRole('button', { name: opener }))
    await user.keyboard('See me')
    expect(screen.getByDisplayValue('See me')).toBe(document.activeElement)
    reload()
    await screen.findByDisplayValue('See me')
    expect(document.activeElement).toBe(document.body)
  })

  it('is open again after a reload, with who is mentioned and what is to follow', async () => {
    const { user, acts, reload } = atDesk(packet)
    await user.click(screen.getByRole('button', { name: opener }))
    await user.type(screen.getByRole('textbox', { name: /^Remark/ }), 'See me')
    await mention(user)
    const after = reload()
    await after.user.click(await screen.findByRole('button', { name: 'Add the remark' }))
    expect(acts.remark).toHaveBeenCalledWith({
      ...place,
      body: 'See me',
      mentioned: [ben],
      followUp: { owner: ben, day: '2026-04-01' },
    })
    expect(screen.queryByRole('textbox', { name: /^Remark/ })).toBeNull()
  })

  it('is not sent while it is longer than Salesforce takes, and says so', async () => {
    const { user } = atDesk(packet)
    await user.click(screen.getByRole('button', { name: opener }))
    const box = screen.getByRole('textbox', { name: /^Remark/ })
    const send = screen.getByRole('button', { name: 'Add the remark' })
    fireEvent.input(box, { target: { value: 'x'.repeat(32_769) } })
    expect(await screen.findByText('“Remark” has 32769 characters; 32768 fit.')).toBeDefined()
    expect(send).toHaveProperty('disabled', true)
    fireEvent.input(box, { target: { value: 'x'.repeat(32_768) } })
    await waitFor(() => expect(send).toHaveProperty('disabled', false))
  })

  it('leaves nothing behind when it is dropped', async () => {
    const { user, typed } = atDesk(packet)
    await user.click(screen.getByRole('button', { name: opener }))
    await mention(user)
    await user.click(screen.getByRole('button', { name: 'Drop it' }))
    expect(typed()).toEqual({})
  })
})

it('a remark can ask its author to do something, and asks nobody else for that', async () => {
  const { user, acts, reload } = atDesk(packet)
  await user.click(screen.getByRole('button', { name: /^Remark ?about/ }))
  await user.keyboard('I look it up')
  await user.click(screen.getByRole('checkbox', { name: 'I have to do something about it' }))
  fireEvent.change(screen.getByLabelText('By when?'), { target: { value: '2026-04-01' } })
  const after = reload()
  await after.user.type(await screen.findByRole('searchbox', { name: /^Mention/ }), 'Ben')
  await after.user.click(await screen.findByRole('button', { name: new RegExp(`^${ben.name}`) }))
  expect(screen.getByRole('checkbox', { name: /^Ben .* has to do/ })).toHaveProperty(
    'checked',
    false,
  )
  await after.user.click(screen.getByRole('button', { name: 'Remove' }))
  await after.user.click(screen.getByRole('checkbox', { name: /^I have to/ }))
  await after.user.click(screen.getByRole('button', { name: 'Add the remark' }))
  expect(acts.remark).toHaveBeenCalledWith({
    question: 'why.pain',
    section: 'why',
    body: 'I look it up',
    mentioned: [],
    followUp: { owner: ana, day: '2026-04-01' },
  })
})

it('a remark tells who of those it mentions cannot open the handoff', async () => {
  const { user } = atDesk(packet, { mayRead: async (userId) => userId !== ben.userId })
  await user.click(screen.getByRole('button', { name: /^Remark ?about/ }))
  await mention(user)
  expect(await screen.findByText(`${ben.name} cannot open this handoff`)).toBeDefined()
})

it('a remark says nothing of those who can open the handoff, or of whom it is not known', async () => {
  const mayRead = vi.fn<Desk['mayRead']>(async () => null)
  const { user } = atDesk(packet, { mayRead })
  await user.click(screen.getByRole('button', { name: /^Remark ?about/ }))
  await mention(user)
  expect(mayRead).toHaveBeenCalledWith(ben.userId)
  expect(screen.queryByText(/cannot open this handoff/)).toBeNull()
})

it('a question to the sender is open again after a reload', async () => {
  const { user, reload } = atDesk(packet)
  await user.click(screen.getByRole('button', { name: /^Ask ?about/ }))
  await user.type(screen.getByRole('textbox', { name: /^What do you want/ }), 'Since when?')
  reload()
  expect(await screen.findByDisplayValue('Since when?')).toBeDefined()
})

it('a remark that comes back after it was sent is open where it was written', async () => {
  const { user, giveBack } = atDesk(packet)
  await user.click(screen.getByRole('button', { name: /^Remark ?about/ }))
  await user.type(screen.getByRole('textbox', { name: /^Remark/ }), 'See me')
  await user.click(screen.getByRole('button', { name: 'Add the remark' }))
  expect(screen.queryByRole('textbox', { name: /^Remark/ })).toBeNull()
  giveBack('remark:why.pain', 'See me')
  expect(screen.getByDisplayValue('See me')).toBeDefined()
})

it('the box of a question is gone once it was asked', async () => {
  const bar = <AskBar template={template([why])} />
  const { user, acts } = atDesk(
    <>
      {packet}
      {bar}
    </>,
  )
  await user.click(screen.getByRole('button', { name: /^Ask ?about/ }))
  await user.type(screen.getByRole('textbox', { name: /^What do you want/ }), 'Since when?')
  await user.click(screen.getByRole('button', { name: 'Ask it' }))
  expect(acts.ask).toHaveBeenCalledOnce()
  await waitFor(() => expect(screen.queryByRole('textbox')).toBeNull())
})

it('a question that was begun stands in its box, and is not to be asked, once the handoff is decided', async () => {
  const bar = <AskBar template={template([why])} />
  const { user, become } = atDesk(
    <>
      {packet}
      {bar}
    </>,
  )
  await user.click(screen.getByRole('button', { name: /^Ask ?about/ }))
  await user.type(screen.getByRole('textbox', { name: /^What do you want/ }), 'Since when?')
  expect(screen.getByRole('button', { name: 'Ask it' })).toBeDefined()
  become({ handoff: handoff({ status: 'accepted' }) })
  expect(screen.queryByRole('button', { name: 'Ask it' })).toBeNull()
  expect(screen.getByDisplayValue('Since when?')).toBeDefined()
  expect(screen.getByText(/can no longer be asked/)).toBeDefined()
})
