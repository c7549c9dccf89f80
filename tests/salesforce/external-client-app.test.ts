import { readFileSync } from 'node:fs'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { describe, expect, it } from 'vitest'

const folder = 'salesforce/external-client-app/main/default'
const read = (file: string) => readFileSync(`${folder}/${file}`, 'utf8')
const parsed = (file: string): unknown => new XMLParser().parse(read(file))

const app = 'externalClientApps/Segue.eca-meta.xml'
const oauth = 'extlClntAppOauthSettings/Segue_oauth.ecaOauth-meta.xml'

describe('the External Client App', () => {
  it.each([app, oauth])('%s is well-formed', (file) => {
    expect(XMLValidator.validate(read(file))).toBe(true)
    expect(read(file)).toContain('xmlns="http://soap.sforce.com/2006/04/metadata"')
  })

  it('belongs to the org alone', () => {
    expect(parsed(app)).toMatchObject({
      ExternalClientApplication: { distributionState: 'Local', isProtected: false, label: 'Segue' },
    })
  })

  it('asks for the API and for staying signed in, and for nothing else', () => {
    expect(parsed(oauth)).toMatchObject({
      ExtlClntAppOauthSettings: {
        commaSeparatedOauthScopes: 'Api, RefreshToken',
        externalClientApplication: 'Segue',
      },
    })
  })
})
