import { describe, expect, it } from 'vitest'
import type { OrgSeedInput } from '#demo/org/seed.ts'
import { orgUnderTest } from './org-under-test.ts'
import { admin, plainOrg } from './plain-org.ts'

const DATA = '/services/data/v67.0'
const acme = '001Hu00000AcmeAIAR'
const ann = '003Hu00000AnnAAIAZ'
const leaver = {
  ...admin,
  id: '005Hu00000LeaveIAB',
  username: 'leaver@plain.example',
  active: false,
}

const seed: OrgSeedInput = {
  ...plainOrg({
    Account: [{ Id: acme, Name: 'Acme' }],
    Contact: [{ Id: ann, LastName: 'Able', AccountId: acme }],
  }),
  validationRules: [
    {
      object: 'Opportunity',
      formula: 'AND(ISPICKVAL(StageName, "Closed Won"), ISBLANK(Amount))',
      message: 'A won deal needs an amount.',
      field: 'Amount',
    },
    { object: 'Account', formula: 'Name = "Forbidden"', message: 'Not this name.' },
  ],
  duplicateRules: [{ object: 'Lead', fields: ['Email'] }],
}
seed.org.users = [admin, leaver]

const deal = { Name: 'Deal', StageName: 'Prospecting', CloseDate: '2026-12-01' }
const locked =
  'Please check the security settings of this field and verify that it is read/write for your profile or permission set.'

interface Refused {
  readonly request: readonly [method: string, path: string, body?: unknown]
  readonly status: number
  readonly errorCode: string
  readonly message: string
  readonly fields?: readonly string[]
}

const refusals: readonly Refused[] = [
  {
    request: ['GET', '/query?q=SELECT+Foo+FROM+Account'],
    status: 400,
    errorCode: 'INVALID_FIELD',
    message:
      "\nSELECT Foo FROM Account\n       ^\nERROR at Row:1:Column:8\nNo such column 'Foo' on entity 'Account'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names.",
  },
  {
    request: ['GET', '/sobjects/Foo'],
    status: 404,
    errorCode: 'NOT_FOUND',
    message: 'The requested resource does not exist',
  },
  {
    request: ['GET', '/sobjects/Account/001Hu00000NoneAIAR'],
    status: 404,
    errorCode: 'NOT_FOUND',
    message: 'The requested resource does not exist',
  },
  {
    request: ['PATCH', '/sobjects/Account/Namez/x', { Name: 'A' }],
    status: 404,
    errorCode: 'NOT_FOUND',
    message: 'Provided external ID field does not exist or is not accessible: Namez',
  },
  {
    request: ['GET', '/search?q=FIND+Acme'],
    status: 400,
    errorCode: 'MALFORMED_SEARCH',
    message: 'No search term found. The search term must be enclosed in braces.',
  },
  {
    request: ['POST', '/sobjects/Account', {}],
    status: 400,
    errorCode: 'REQUIRED_FIELD_MISSING',
    message: 'Required fields are missing: [Name]',
    fields: ['Name'],
  },
  {
    request: ['POST', '/sobjects/Account', { Name: 'A', foo: 1 }],
    status: 400,
    errorCode: 'INVALID_FIELD',
    message: "No such column 'foo' on sobject of type Account",
  },
  {
    request: ['POST', '/sobjects/Opportunity', { ...deal, StageName: 'Closed Won' }],
    status: 400,
    errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
    message: 'A won deal needs an amount.',
    fields: ['Amount'],
  },
  {
    request: ['PATCH', `/sobjects/Account/${acme}`, { Name: 'Forbidden' }],
    status: 400,
    errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
    message: 'Not this name.',
    fields: [],
  },
  {
    request: ['PATCH', `/sobjects/Account/${acme}`, { CreatedDate: '2026-01-01T00:00:00Z' }],
    status: 400,
    errorCode: 'INVALID_FIELD_FOR_INSERT_UPDATE',
    message: `Unable to create/update fields: CreatedDate. ${locked}`,
    fields: ['CreatedDate'],
  },
  {
    request: ['POST', '/sobjects/Opportunity', { ...deal, AccountId: ann }],
    status: 400,
    errorCode: 'FIELD_INTEGRITY_EXCEPTION',
    message: `Account ID: id value of incorrect type: ${ann}`,
    fields: ['AccountId'],
  },
  {
    request: ['POST', '/sobjects/Opportunity', { ...deal, AccountId: '001Hu00000NoneAIAR' }],
    status: 400,
    errorCode: 'INVALID_CROSS_REFERENCE_KEY',
    message: 'invalid cross reference id',
  },
  {
    request: ['POST', '/sobjects/Account', { Name: 'x', BillingCity: 'x'.repeat(41) }],
    status: 400,
    errorCode: 'STRING_TOO_LONG',
    message: `Billing City: data value too large: ${'x'.repeat(41)} (max length=40)`,
    fields: ['BillingCity'],
  },
  {
    request: ['POST', '/sobjects/Opportunity', { ...deal, OwnerId: leaver.id }],
    status: 400,
    errorCode: 'INACTIVE_OWNER_OR_USER',
    message: `operation performed with inactive user [${leaver.id}] as owner of opportunity`,
  },
  {
    request: ['POST', '/query', { q: 'SELECT Id FROM Account' }],
    status: 405,
    errorCode: 'METHOD_NOT_ALLOWED',
    message: "HTTP Method 'POST' not allowed. Allowed are HEAD,GET",
  },
  {
    request: ['PUT', '/sobjects/Account', { Name: 'A' }],
    status: 405,
    errorCode: 'METHOD_NOT_ALLOWED',
    message: "HTTP Method 'PUT' not allowed. Allowed are HEAD,GET,POST",
  },
]

describe('a refusal', () => {
  it.each(refusals)(
    '$errorCode answers $request.0 $request.1',
    async ({ request, status, errorCode, message, fields }) => {
      const org = orgUnderTest(seed)
      const [method, path, body] = request
      const answer = await org.call(method, `${DATA}${path}`, { body })
      const expected = { errorCode, message, ...(fields ? { fields } : {}) }
      expect(answer.status).toBe(status)
      expect(answer.body).toEqual([expect.objectContaining(expected)])
    },
  )

  it('names every rule that was broken', async () => {
    const org = orgUnderTest({
      ...seed,
      validationRules: [
        { object: 'Account', formula: 'Name = "Bad"', message: 'First.' },
        { object: 'Account', formula: 'Name = "Bad"', message: 'Second.', field: 'Name' },
      ],
    })
    const { status, body } = await org.call('POST', `${DATA}/sobjects/Account`, {
      body: { Name: 'Bad' },
    })
    expect(status).toBe(400)
    expect(body).toEqual([
      { message: 'First.', errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', fields: [] },
      { message: 'Second.', errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', fields: ['Name'] },
    ])
  })

  it('of an unknown session has no fields, as recorded', async () => {
    const org = orgUnderTest(seed)
    const answer = await org.call('GET', `${DATA}/query?q=SELECT+Id+FROM+Account`, {
      headers: { Authorization: 'Bearer 00DHu0000000001!nonsense' },
    })
    expect(answer.status).toBe(401)
    expect(answer.body).toEqual([
      { message: 'Session expired or invalid', errorCode: 'INVALID_SESSION_ID' },
    ])
  })

  it('of a body that is no JSON is JSON_PARSER_ERROR', async () => {
    const org = orgUnderTest(seed)
    const { status, body } = await org.call('POST', `${DATA}/sobjects/Account`, {
      body: '{"Name":',
    })
    expect(status).toBe(400)
    expect(body).toEqual([expect.objectContaining({ errorCode: 'JSON_PARSER_ERROR' })])
  })

  it('of a duplicate can be overridden by a header', async () => {
    const org = orgUnderTest(seed)
    const lead = { LastName: 'Able', Company: 'Acme', Email: 'ann@example.com' }
    const path = `${DATA}/sobjects/Lead`
    expect((await org.call('POST', path, { body: lead })).status).toBe(201)
    const second = await org.call('POST', path, { body: lead })
    expect(second.status).toBe(400)
    const message = 'Use one of these records?'
    const found = { record: { Id: expect.stringMatching(/^00Q/) } }
    const duplicateResult = { matchResults: [{ matchRecords: [found] }] }
    const refusal = { errorCode: 'DUPLICATES_DETECTED', message, duplicateResult }
    expect(second.body).toMatchObject([refusal])
    const allowed = await org.call('POST', path, {
      body: lead,
      headers: { 'Sforce-Duplicate-Rule-Header': 'allowSave=true' },
    })
    expect(allowed.status).toBe(201)
  })

  it('of a second delete is ENTITY_IS_DELETED with 404', async () => {
    const org = orgUnderTest(seed)
    const path = `${DATA}/sobjects/Contact/${ann}`
    expect((await org.call('DELETE', path)).status).toBe(204)
    const again = await org.call('DELETE', path)
    expect(again.status).toBe(404)
    expect(again.body).toMatchObject([
      { errorCode: 'ENTITY_IS_DELETED', message: 'entity is deleted' },
    ])
  })

  it('comes with 403 when the calls of the day are used up', async () => {
    const few = {
      ...seed,
      org: { ...seed.org, switches: { packageInstalled: false, dailyApiRequests: 2 } },
    }
    const org = orgUnderTest(few)
    const path = `${DATA}/query?q=SELECT+Id+FROM+Account`
    const answers = [
      await org.call('GET', path),
      await org.call('GET', path),
      await org.call('GET', path),
    ]
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 403])
    expect(answers[2]?.body).toEqual([
      { message: 'TotalRequests Limit exceeded.', errorCode: 'REQUEST_LIMIT_EXCEEDED' },
    ])
  })
})
