import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { served } from './served.ts'

const MASTER = '012000000000000AAA'
const itemSchema = z.looseObject({
  required: z.boolean(),
  layoutComponents: z.array(z.looseObject({ value: z.string() })).length(1),
})
const layoutSchema = z.looseObject({
  id: z.string().startsWith('00h'),
  detailLayoutSections: z.array(
    z.looseObject({
      rows: z.number(),
      layoutRows: z.array(
        z.looseObject({ numItems: z.number(), layoutItems: z.array(itemSchema) }),
      ),
    }),
  ),
  relatedLists: z.array(z.looseObject({ name: z.string(), field: z.string() })),
})
const layoutsSchema = z.looseObject({
  layouts: z.array(layoutSchema).length(1),
  recordTypeMappings: z.array(z.looseObject({ layoutId: z.string(), recordTypeId: z.string() })),
})

/** https://developer.salesforce.com/docs/platform/api/guide/sforce-api-calls-describelayoutresult.html */
describe('the layout of an object', () => {
  const { answer } = served()

  it('tells sections, rows and fields in their order, and what has to be filled in', async () => {
    const { status, body } = await answer('GET', '/sobjects/Opportunity/describe/layouts')
    expect(status).toBe(200)
    const [layout] = layoutsSchema.parse(body).layouts
    const rows = layout?.detailLayoutSections.flatMap(({ layoutRows }) => layoutRows) ?? []
    const items = rows.flatMap(({ layoutItems }) => layoutItems)
    const required = items.filter((item) => item.required)
    const names = required.flatMap(({ layoutComponents }) => layoutComponents)
    expect(names.map(({ value }) => value)).toEqual(
      expect.arrayContaining(['Name', 'CloseDate', 'StageName']),
    )
    expect(rows.every(({ numItems, layoutItems }) => numItems === layoutItems.length)).toBe(true)
    const contacts = { name: 'OpportunityContactRoles', field: 'OpportunityId' }
    expect(layout?.relatedLists).toContainEqual(expect.objectContaining(contacts))
  })

  it('is the one of the master record type, also when asked for by it', async () => {
    const { body } = await answer('GET', '/sobjects/Opportunity/describe/layouts')
    const { layouts, recordTypeMappings } = layoutsSchema.parse(body)
    const [layout] = layouts
    expect(recordTypeMappings).toMatchObject([{ recordTypeId: MASTER, layoutId: layout?.id }])
    const alone = await answer('GET', `/sobjects/Opportunity/describe/layouts/${MASTER}`)
    expect(alone).toEqual({ status: 200, body: layout })
  })

  it('has what stands out at the head of a record', async () => {
    const { body } = await answer('GET', '/sobjects/Contact/describe/compactLayouts')
    expect(body).toMatchObject({
      compactLayouts: [
        { name: 'SYSTEM', fieldItems: [{ label: 'Full Name' }, {}, {}, {}, {}, {}] },
      ],
      recordTypeCompactLayoutMappings: [{ recordTypeId: MASTER, compactLayoutId: null }],
    })
  })

  it('is not there for what has none', async () => {
    const path = '/sobjects/OpportunityHistory/describe/layouts'
    expect((await answer('GET', path)).status).toBe(404)
  })
})

/** https://developer.salesforce.com/docs/platform/api-rest/guide/resources-sobject-approvallayouts-get.html */
it.each([
  ['/sobjects/Account/describe/approvalLayouts', { approvalLayouts: [] }],
  ['/process/approvals', { approvals: {} }],
  ['/process/rules', { rules: {} }],
])('%s tells that the org has no approval processes and rules', async (path, body) => {
  expect(await served().answer('GET', path)).toEqual({ status: 200, body })
})
