import type { Org } from '../org/org.ts'
import type { Reply } from './call.ts'

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>'

/**
 * What the SOAP API says to who may not use it: nobody may here.
 * https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/sforce_api_calls_login.htm
 */
export function refuseSoap(org: Org, version: string, envelope: string): Reply {
  const [, operation = ''] = /<(?:\w+:)?Body[^>]*>\s*<(?:\w+:)?(\w+)/.exec(envelope) ?? []
  const [, session = ''] = /<(?:\w+:)?sessionId>([^<]*)</.exec(envelope) ?? []
  if (operation === 'login') return fault('INVALID_OPERATION', loginRefusal(version))
  if (!org.sessionOf(session)) {
    const text = 'Invalid Session ID found in SessionHeader: Illegal Session'
    return fault('INVALID_SESSION_ID', text)
  }
  return fault('API_DISABLED_FOR_ORG', 'The SOAP API is not enabled for this Organization.')
}

/** From this version on there is no login. */
const FIRST_WITHOUT_LOGIN = 65

// Texts as reported in forcedotcom/wsc #363 and jsforce #1771.
function loginRefusal(version: string): string {
  return Number(version) >= FIRST_WITHOUT_LOGIN
    ? `The SOAP Login operation is not available in the API version specified (${version}). Refer to the documentation for supported versions.`
    : 'SOAP API login() is disabled by default in this org. Contact the org administrator to enable SOAP API login().'
}

function fault(code: string, text: string): Reply {
  const said = `<sf:exceptionCode>${code}</sf:exceptionCode><sf:exceptionMessage>${text}</sf:exceptionMessage>`
  const detail = `<detail><sf:UnexpectedErrorFault xsi:type="sf:UnexpectedErrorFault">${said}</sf:UnexpectedErrorFault></detail>`
  const inside = `<soapenv:Fault><faultcode>sf:${code}</faultcode><faultstring>${code}: ${text}</faultstring>${detail}</soapenv:Fault>`
  const names =
    'xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:sf="urn:fault.partner.soap.sforce.com" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
  const body = `${HEAD}<soapenv:Envelope ${names}><soapenv:Body>${inside}</soapenv:Body></soapenv:Envelope>`
  return xml(500, body, 'text/xml;charset=UTF-8')
}

/**
 * What the Bulk API says in an org that has not enabled it.
 * https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/asynch_api_reference_errors.htm
 */
export function refuseBulk(): Reply {
  const said =
    '<exceptionCode>FeatureNotEnabled</exceptionCode><exceptionMessage>Async API not enabled</exceptionMessage>'
  const body = `${HEAD}<error xmlns="http://www.force.com/2009/06/asyncapi/dataload">${said}</error>`
  return xml(400, body, 'application/xml')
}

const xml = (status: number, text: string, type: string): Reply => ({
  status,
  body: new TextEncoder().encode(text),
  headers: { 'Content-Type': type },
})
