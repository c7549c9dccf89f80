// @vitest-environment node
import { expect, it } from 'vitest'
import { given, question, section, template } from '../../lib/handoff/builders.ts'
import { brightwater as opportunityId } from '../../lib/salesforce/org-in-process.ts'
import { anaWithDraft, ben } from './people-at-work.ts'
import { valueOf } from './worker-in-process.ts'

it('a number that its field cannot hold is refused with the name of the field', async () => {
  const { ask, draftKey: other, settled } = await anaWithDraft()
  const asked = question({
    key: 'people',
    answer: { type: 'number' },
    writeTo: 'Account.NumberOfEmployees',
  })
  const text = JSON.stringify(template([section([asked])], { key: 'whole' }))
  await ask('template.import', { text })
  await ask('draft.discard', { draftKey: other })
  const { key: draftKey } = valueOf(
    await ask('draft.start', { opportunityId, templateKey: 'whole' }),
  )
  const answer = given({ type: 'number', number: 10_000_000_000 })
  await ask('draft.answer', { draftKey, question: 'people', answer })
  const { revision } = valueOf(await ask('draft.change', { draftKey, change: { recipient: ben } }))
  valueOf(await ask('handoff.submit', { draftKey, revision }))
  await settled()
  const [sent] = await ask('outbox.read', {})
  expect(sent).toMatchObject({
    state: 'needs-attention',
    trouble: { kind: 'rejected', fields: ['Account.NumberOfEmployees'] },
  })
})
