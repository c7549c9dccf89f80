import { expect, it } from 'vitest'
import { prefill } from '#lib/handoff/prefill.ts'
import { ana, deal, NOW, question, section, template } from './builders.ts'

const asked = question({ answer: { type: 'products' }, prefill: [{ from: 'products' }] })
const product = { name: 'Seat', quantity: 1, totalPrice: 10 }

it.each([
  { count: 199, label: 'Products' },
  { count: 200, label: 'Products (200 at most)' },
])('a list of $count says where it was read, and where there may be more', ({ count, label }) => {
  const products = Array.from({ length: count }, (_, at) => Object.assign({ id: `${at}` }, product))
  const answers = prefill(template([section([asked])]), deal({ products }), { by: ana, at: NOW })
  expect(answers[asked.key]).toMatchObject({ provenance: { label } })
})
