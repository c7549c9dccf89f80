import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { PacketView } from '#components/packet/packet-view.tsx'
import type { Comment } from '#lib/handoff/comment.ts'
import {
  ben,
  handoff,
  NOW,
  question,
  section,
  template as templateOf,
  typed,
} from '../lib/handoff/builders.ts'
import { atDesk, plainPacket } from './at-desk.tsx'

afterEach(cleanup)

const template = templateOf([
  section([question({ key: 'why.pain' })]),
  section([question({ key: 'tech' })], { key: 'technical', title: 'Technical' }),
])
const packet = {
  v: 1,
  template: { key: 'test', version: '1.0.0' },
  variant: 'standard',
  answers: { 'why.pain': typed('Slow') },
} as const

const remark = (body: string, over: Partial<Comment>): Comment => ({
  id: body,
  kind: 'comment',
  question: null,
  section: null,
  body,
  author: ben,
  writtenAt: NOW,
  dueAt: null,
  resolvedAt: null,
  resolvedBy: null,
  inReplyTo: null,
  ...over,
})

const places = [
  { body: 'On the whole', over: {} },
  { body: 'On what is not asked any more', over: { question: 'gone', section: 'why' } },
  { body: 'On a section of before', over: { section: 'gone' } },
]
const comments = places.map(({ body, over }) => remark(body, over))

const open = (known: typeof template | null, all = comments) =>
  atDesk(<PacketView {...plainPacket} template={known} />, {
    handoff: handoff({ packet, comments: all }),
  })

it.each(places)('a remark that has no place among the answers is read below them: $body', (one) => {
  open(template)
  const others = screen.getByRole('region', { name: 'Other remarks' })
  expect(within(others).getByText(one.body)).toBeDefined()
})

it('a remark on a section in which nothing is answered is read there', () => {
  open(template, [remark('Ask their IT', { section: 'technical' })])
  const there = screen.getByRole('region', { name: 'Technical' })
  expect(within(there).getByText('Ask their IT')).toBeDefined()
  expect(screen.queryByRole('region', { name: 'Other remarks' })).toBeNull()
})

it('every remark is read where the template is not on this computer', () => {
  open(null, [...comments, remark('On the pain', { question: 'why.pain', section: 'why' })])
  const others = screen.getByRole('region', { name: 'Other remarks' })
  expect(within(others).getAllByRole('listitem')).toHaveLength(4)
})

it('a remark is read once, with its answers', () => {
  const asked = remark('Which pain?', { question: 'why.pain', section: 'why' })
  open(template, [asked, remark('The old one', { kind: 'answer', inReplyTo: asked.id })])
  expect(screen.getAllByText('Which pain?')).toHaveLength(1)
  expect(screen.getAllByText('The old one')).toHaveLength(1)
  expect(screen.queryByRole('region', { name: 'Other remarks' })).toBeNull()
})
