// @vitest-environment node
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { objectDescribeSchema } from '#demo/schema/describe-schema.ts'
import { question, section, template, typed } from '../../lib/handoff/builders.ts'
import { acmeSeed, brightwater as opportunityId } from '../../lib/salesforce/org-in-process.ts'
import { anaWithDraft } from './people-at-work.ts'
import { valueOf } from './worker-in-process.ts'
import { importTemplate } from '../../../entrypoints/options/import-template.ts'

const path = 'Opportunity.Pain__c'

/** An org in which a field of the opportunity is a rich text. */
function richly() {
  const file = readFileSync('demo/standard/describe/Opportunity.json', 'utf8')
  const opportunity = objectDescribeSchema.parse(JSON.parse(file))
  const own = { name: 'Pain__c', label: 'Pain', custom: true, htmlFormatted: true }
  const fields = opportunity.fields.flatMap((one) =>
    one.name === 'Description' ? [one, { ...one, ...own }] : [one],
  )
  const seed = acmeSeed()
  const held = '<p>Nine <b>days</b> &amp; two systems</p>'
  const records = Object.entries(seed.records ?? {}).map(([object, rows]) => [
    object,
    rows.map((row) => (row['Id'] === opportunityId ? { ...row, Pain__c: held } : row)),
  ])
  return {
    ...seed,
    describes: [{ ...opportunity, fields }],
    records: Object.fromEntries(records),
  }
}

async function draftOfRichText() {
  const desk = await anaWithDraft(richly())
  const { ask, draftKey } = desk
  const asked = question({ key: 'pain', writeTo: path, prefill: [{ from: 'field', field: path }] })
  const text = JSON.stringify(template([section([asked])], { key: 'rich' }))
  expect(await importTemplate(text, ask)).toMatchObject({ notes: [] })
  await ask('draft.discard', { draftKey })
  const started = valueOf(await ask('draft.start', { opportunityId, templateKey: 'rich' }))
  return {
    ...desk,
    started,
    held: () =>
      desk.rows("SELECT Pain__c FROM Opportunity WHERE Id = '" + opportunityId + "'")[0]?.[
        'Pain__c'
      ],
  }
}

describe('a rich text field', () => {
  it('is read as plain text', async () => {
    const { started } = await draftOfRichText()
    expect(started.answers['pain']).toMatchObject({
      value: { type: 'text', text: 'Nine days & two systems' },
      provenance: { from: 'salesforce', asRead: 'Nine days & two systems' },
    })
  })

  it('takes plain text as people wrote it, and is left alone when nobody did', async () => {
    const { ask, started, held, settled } = await draftOfRichText()
    const { key: draftKey } = started
    const answer = typed('Now < five days\nand one system')
    await ask('draft.answer', { draftKey, question: 'pain', answer })
    const ben = { userId: '005Hs00000009f3IAA', name: 'Ben Kowalski' }
    const { revision } = valueOf(
      await ask('draft.change', { draftKey, change: { recipient: ben } }),
    )
    valueOf(await ask('handoff.submit', { draftKey, revision }))
    await settled()
    expect(held()).toBe('<p>Now &lt; five days<br>and one system</p>')
    const context = valueOf(await ask('context.read', { opportunityId, fresh: false }))
    expect(context?.deal.fields[path]).toBe('Now < five days\nand one system')
  })
})
