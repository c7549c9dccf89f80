import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { createApp } from '#demo/app.ts'
import { people, refusalOf, smallOrg } from '../small-org.ts'

const PACKAGE =
  '<Package><types><members>Visit__c</members><name>CustomObject</name></types></Package>'
const field = (name: string, inner: string) =>
  `<fields><fullName>${name}</fullName><label>${name}</label>${inner}</fields>`
const visit = (fields: string) =>
  `<CustomObject><label>Visit</label><pluralLabel>Visits</pluralLabel><sharingModel>Private</sharingModel>
  <nameField><label>Number</label><type>AutoNumber</type><displayFormat>V-{000}</displayFormat></nameField>
  ${fields}</CustomObject>`
const DEAL = field(
  'Deal__c',
  '<type>Lookup</type><referenceTo>Opportunity</referenceTo><relationshipName>Visits</relationshipName>',
)
const grant = (name: string) =>
  `<PermissionSet><label>Visitor</label>
  <objectPermissions><object>Visit__c</object><allowRead>true</allowRead><allowCreate>true</allowCreate></objectPermissions>
  <fieldPermissions><field>Visit__c.${name}</field><readable>true</readable><editable>true</editable></fieldPermissions>
  </PermissionSet>`

const files = (fields: string, granted: string) => ({
  'package.xml': PACKAGE,
  'objects/Visit__c.object': visit(fields),
  'permissionsets/Visitor.permissionset': grant(granted),
})

const answerSchema = z.object({
  deployResult: z.object({
    status: z.string(),
    numberComponentErrors: z.number(),
    details: z.object({
      componentFailures: z.array(z.object({ fullName: z.string(), problem: z.string() })),
    }),
  }),
})

interface Sending {
  readonly userId?: string
  readonly part?: string
  readonly options?: Record<string, boolean>
}

async function deployed(
  texts: Readonly<Record<string, string>>,
  { userId, part = 'json', options = {} }: Sending = {},
) {
  const { org } = smallOrg()
  const app = createApp([org])
  const address = 'https://small.my.salesforce.com/services/data/v67.0/metadata/deployRequest'
  const headers = { Authorization: `Bearer ${org.signIn(userId ?? people.admin)}` }
  const zip = zipSync(
    Object.fromEntries(Object.entries(texts).map(([path, text]) => [path, strToU8(text)])),
  )
  const body = new FormData()
  body.set(part, JSON.stringify({ deployOptions: { singlePackage: true, ...options } }))
  body.set('file', new Blob([Buffer.from(zip)]), 'deploy.zip')
  const sent = await app.request(address, { method: 'POST', headers, body })
  if (sent.status !== 201) return { org, status: sent.status, result: undefined }
  const { id } = z.object({ id: z.string() }).parse(await sent.json())
  const polled = await app.request(`${address}/${id}?includeDetails=true`, { headers })
  return { org, status: 201, result: answerSchema.parse(await polled.json()).deployResult }
}

describe('a deployment', () => {
  it.each(['json', 'entity_content'])(
    'sent as %s makes objects for those who may',
    async (part) => {
      const { org, result } = await deployed(files(DEAL, 'Deal__c'), { part })
      expect(result).toMatchObject({ status: 'Succeeded', numberComponentErrors: 0 })
      const admin = org.as(people.admin)
      const set = admin.query("SELECT Id FROM PermissionSet WHERE Name = 'Visitor'")[0]?.['Id']
      expect(org.as(people.seller).describe('Visit__c')).toBeUndefined()
      admin.create('PermissionSetAssignment', { PermissionSetId: set, AssigneeId: people.seller })
      const seller = org.as(people.seller)
      expect(seller.describe('Visit__c')?.keyPrefix).toMatch(/^a0/)
      seller.create('Visit__c', {})
      expect(seller.query('SELECT Name, Deal__c FROM Visit__c')).toMatchObject([{ Name: 'V-001' }])
    },
  )

  it.each([
    [
      'an unknown type',
      field('X__c', '<type>Smell</type>'),
      'X__c',
      'Visit__c.X__c',
      /not a valid value/,
    ],
    [
      'an unknown parent',
      DEAL.replace('Opportunity', 'Nope__c'),
      'Deal__c',
      'Visit__c.Deal__c',
      /does not resolve/,
    ],
    [
      'a grant on no field',
      DEAL,
      'Nope__c',
      'Visitor',
      /no CustomField named Visit__c.Nope__c found/,
    ],
    [
      'a grant on a required field',
      field('R__c', '<type>Text</type><length>9</length><required>true</required>'),
      'R__c',
      'Visitor',
      /cannot deploy to a required field: Visit__c.R__c/,
    ],
  ])('with %s fails, and leaves the org as it was', async (...row) => {
    const [, fields, granted, fullName, problem] = row
    const { org, result } = await deployed(files(fields, granted))
    expect(result?.status).toBe('Failed')
    const failure = result?.details.componentFailures.find((one) => one.fullName === fullName)
    expect(failure?.problem).toMatch(problem)
    expect(org.state.schema.object('Visit__c')).toBeUndefined()
  })

  it('makes places of two numbers, which are granted with them', async () => {
    const place = field('Place__c', '<type>Location</type><scale>5</scale>')
    const { org, result } = await deployed(files(place, 'Place__c'))
    expect(result).toMatchObject({ status: 'Succeeded' })
    const admin = org.as(people.admin)
    const set = admin.query("SELECT Id FROM PermissionSet WHERE Name = 'Visitor'")[0]?.['Id']
    admin.create('PermissionSetAssignment', { PermissionSetId: set, AssigneeId: people.seller })
    const seller = org.as(people.seller)
    seller.create('Visit__c', { Place__Latitude__s: 37.793025, Place__Longitude__s: -122.3945 })
    seller.create('Visit__c', {})
    const soql = 'SELECT Place__c, Place__Latitude__s FROM Visit__c ORDER BY Name'
    expect(seller.query(soql)).toMatchObject([
      { Place__c: { latitude: 37.79303, longitude: -122.3945 }, Place__Latitude__s: 37.79303 },
      { Place__c: null, Place__Latitude__s: null },
    ])
    const beyond = () => seller.create('Visit__c', { Place__Latitude__s: 91 })
    expect(refusalOf(beyond).code).toBe('NUMBER_OUTSIDE_VALID_RANGE')
    const whole = () => seller.create('Visit__c', { Place__c: { latitude: 1, longitude: 1 } })
    expect(refusalOf(whole).code).toBe('INVALID_FIELD_FOR_INSERT_UPDATE')
    expect(
      org
        .as(people.admin)
        .describe('Visit__c')
        ?.fields.map(({ name }) => name),
    ).not.toContain('Place__Latitude__s')
  })

  it('that lacks what package.xml names fails', async () => {
    const { result } = await deployed({ 'package.xml': PACKAGE })
    expect(result?.details.componentFailures).toEqual([
      {
        fullName: 'Visit__c',
        problem:
          "An object 'Visit__c' of type CustomObject was named in package.xml, but was not found in zipped directory",
      },
    ])
  })

  it('that only checks changes nothing', async () => {
    const { org, result } = await deployed(files(DEAL, 'Deal__c'), { options: { checkOnly: true } })
    expect(result?.status).toBe('Succeeded')
    expect(org.state.schema.object('Visit__c')).toBeUndefined()
  })

  it('is refused to people who may not', async () => {
    expect((await deployed(files(DEAL, 'Deal__c'), { userId: people.seller })).status).toBe(403)
  })
})
