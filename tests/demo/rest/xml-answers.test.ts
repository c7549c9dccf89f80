import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { served } from './served.ts'

const XML = { Accept: 'application/xml' }
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>'

const acme = { Id: '001Hu00000A1111IAB', Name: 'Acme & <Sons>' }
const org = () => served({ records: { Account: [acme] } })

async function told(path: string, headers: Readonly<Record<string, string>> = XML) {
  const response = await org().send(path, { headers })
  return {
    status: response.status,
    type: response.headers.get('Content-Type'),
    text: await response.text(),
  }
}

const data = '/services/data/v67.0'

describe('whoever asks for XML', () => {
  it('is told the versions in it', async () => {
    const { type, text } = await told('/services/data')
    expect(type).toBe('application/xml;charset=UTF-8')
    expect(text).toMatch(
      `${HEAD}<Versions><Version><label>Summer '14</label><url>/services/data/v31.0</url><version>31.0</version></Version><Version>`,
    )
  })

  it('gets a record as an element of its object', async () => {
    const { status, text } = await told(`${data}/sobjects/Account/${acme.Id}?fields=Name,Site`)
    expect(status).toBe(200)
    expect(text).toBe(
      `${HEAD}<Account type="Account" url="${data}/sobjects/Account/${acme.Id}"><Name>Acme &amp; &lt;Sons&gt;</Name><Site xsi:nil="true" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"/><Id>${acme.Id}</Id></Account>`,
    )
  })

  it('gets the rows of a query one after the other', async () => {
    const { text } = await told(`${data}/query?q=SELECT+Id+FROM+Account`)
    expect(text).toBe(
      `${HEAD}<QueryResult><totalSize>1</totalSize><done>true</done><records type="Account" url="${data}/sobjects/Account/${acme.Id}"><Id>${acme.Id}</Id></records></QueryResult>`,
    )
  })

  it.each([
    ['', 'urls'],
    ['/sobjects', 'DescribeGlobal'],
    ['/limits', 'LimitsSnapshot'],
  ])('gets %s as %s', async (path, root) => {
    expect((await told(`${data}${path}`)).text).toMatch(new RegExp(`^.{38}<${root}>.*</${root}>$`))
  })

  it('is refused in it', async () => {
    expect(await told(`${data}/sobjects/Nope`)).toMatchObject({
      status: 404,
      text: `${HEAD}<Errors><Error><errorCode>NOT_FOUND</errorCode><message>The requested resource does not exist</message></Error></Errors>`,
    })
  })

  it('may say so at the end of an address up to version 57', async () => {
    const older = '/services/data/v57.0/sobjects/Account'
    expect((await told(`${older}/${acme.Id}.xml`, {})).text).toContain('<Account type="Account"')
    expect((await told(`${data}/sobjects/Account/${acme.Id}.xml`, {})).status).toBe(404)
  })

  it('may send it, and is answered in it', async () => {
    const { send, me } = org()
    const response = await send(`${data}/sobjects/Account`, {
      method: 'POST',
      headers: { ...XML, 'Content-Type': 'application/xml' },
      body: `${HEAD}<Account><Name>New &amp; Co</Name><NumberOfEmployees>12</NumberOfEmployees><Site/></Account>`,
    })
    expect(response.status).toBe(201)
    const [made] = me.query("SELECT Id, NumberOfEmployees FROM Account WHERE Name = 'New & Co'")
    expect(made).toMatchObject({ NumberOfEmployees: 12 })
    expect(await response.text()).toBe(
      `${HEAD}<Result><id>${String(made?.['Id'])}</id><success>true</success></Result>`,
    )
  })
})

it('a composite is not sent in XML, nor a record that is none', async () => {
  const { send } = org()
  const headers = { 'Content-Type': 'application/xml' }
  const post = (path: string, body: string) =>
    send(`${data}${path}`, { method: 'POST', headers, body })
  expect((await post('/composite', '<a/>')).status).toBe(415)
  const broken = await post('/sobjects/Account', '<Account><Name>x</Account>')
  expect(broken.status).toBe(400)
  expect(await broken.json()).toMatchObject([{ errorCode: 'XML_PARSER_ERROR' }])
})

it.each(['application/json, application/xml', '*/*', 'application/xml;q=0.5, */*;q=0.8'])(
  'who asks for %s gets JSON',
  async (Accept) => {
    expect((await told('/services/data', { Accept })).text).toMatch(/^\[\{"label"/)
  },
)

describe('an answer', () => {
  it('is compressed for who takes it so, and says that others get it as it is', async () => {
    const response = await org().call('GET', '/sobjects', {
      headers: { 'Accept-Encoding': 'gzip' },
    })
    expect(response.headers.get('Content-Encoding')).toBe('gzip')
    expect(response.headers.get('Vary')).toBe('Accept-Encoding')
    const text = gunzipSync(await response.arrayBuffer()).toString()
    expect(text).toMatch(/^\{"encoding":"UTF-8"/)
  })

  it('without a body is not', async () => {
    const { call } = org()
    const response = await call('PATCH', `/sobjects/Account/${acme.Id}`, {
      body: { Name: 'Acme' },
      headers: { 'Accept-Encoding': 'gzip' },
    })
    expect(response.status).toBe(204)
    expect(response.headers.get('Content-Encoding')).toBeNull()
  })
})
