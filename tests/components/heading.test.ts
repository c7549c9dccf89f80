import { expect, it } from 'vitest'
import { headingOf } from '#components/packet/heading.ts'
import { anna, bodo, item } from '../lib/handoff/inbox-items.ts'

const template = { key: 'ae-csm', version: '1.0.0' }

it.each([
  { name: 'AE to CSM', packet: true, kind: 'AE to CSM · express' },
  { name: undefined, packet: true, kind: 'HO-00001 · express' },
  { name: 'AE to CSM', packet: false, kind: 'AE to CSM' },
])('a handoff is headed “$kind”: its variant too, as its draft is', ({ name, packet, kind }) => {
  const sent = { v: 1, template, variant: 'express', answers: {} } as const
  const handoff = item({ packet: packet ? sent : null })
  const known = name === undefined ? null : { name }
  expect(headingOf(handoff, known, bodo)).toEqual({ kind, from: anna.name, to: bodo.name })
})
