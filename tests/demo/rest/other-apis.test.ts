import { describe, expect, it } from 'vitest'
import { people } from '../small-org.ts'
import { served } from './served.ts'

const envelope = (body: string, session = '') =>
  `<?xml version="1.0"?><soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:urn="urn:partner.soap.sforce.com"><soapenv:Header><urn:SessionHeader><urn:sessionId>${session}</urn:sessionId></urn:SessionHeader></soapenv:Header><soapenv:Body>${body}</soapenv:Body></soapenv:Envelope>`

const login =
  '<login xmlns="urn:partner.soap.sforce.com"><username>a</username><password>b</password></login>'

async function soap(path: string, body: string) {
  const headers = { 'Content-Type': 'text/xml', SOAPAction: '""', Authorization: '' }
  const response = await served().send(`/services/Soap/${path}`, { method: 'POST', headers, body })
  const text = await response.text()
  const part = (tag: string) => new RegExp(`<${tag}>(.*?)</${tag}>`).exec(text)?.[1]
  return {
    status: response.status,
    type: response.headers.get('Content-Type'),
    code: part('faultcode'),
    text: part('faultstring'),
  }
}

describe('the SOAP API', () => {
  it('knows no login in the versions that have none', async () => {
    expect(await soap('u/67.0', envelope(login))).toEqual({
      status: 500,
      type: 'text/xml;charset=UTF-8',
      code: 'sf:INVALID_OPERATION',
      text: 'INVALID_OPERATION: The SOAP Login operation is not available in the API version specified (67.0). Refer to the documentation for supported versions.',
    })
  })

  it('lets nobody log in in older ones, as new orgs do', async () => {
    expect(await soap('u/50.0', envelope(login))).toMatchObject({
      code: 'sf:INVALID_OPERATION',
      text: expect.stringContaining('SOAP API login() is disabled by default in this org.'),
    })
  })

  it('asks for a session', async () => {
    expect(await soap('u/67.0', envelope('<urn:getUserInfo/>', 'none'))).toMatchObject({
      status: 500,
      code: 'sf:INVALID_SESSION_ID',
    })
  })

  it('is not enabled for whoever has one', async () => {
    const { org, send } = served()
    const body = envelope('<urn:getUserInfo/>', org.signIn(people.admin))
    const response = await send('/services/Soap/m/67.0', { method: 'POST', body })
    expect(await response.text()).toContain(
      '<sf:exceptionCode>API_DISABLED_FOR_ORG</sf:exceptionCode>',
    )
  })
})

describe('the Bulk API', () => {
  it('is not enabled, and does not tell a client with a session header of its own that it has ended', async () => {
    const headers = { Authorization: '', 'X-SFDC-Session': 'any' }
    const response = await served().send('/services/async/67.0/job', { method: 'POST', headers })
    expect(response.status).toBe(400)
    expect(await response.text()).toBe(
      '<?xml version="1.0" encoding="UTF-8"?><error xmlns="http://www.force.com/2009/06/asyncapi/dataload"><exceptionCode>FeatureNotEnabled</exceptionCode><exceptionMessage>Async API not enabled</exceptionMessage></error>',
    )
  })
})
