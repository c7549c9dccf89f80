import { generate } from 'selfsigned'

const DAY = 24 * 60 * 60 * 1000

/** Every kind of My Domain host an org folder may ask for; a wildcard covers one label only. */
const HOST_SUFFIXES = [
  'my.salesforce.com',
  'lightning.force.com',
  ...['sandbox', 'scratch', 'develop', 'trailblaze', 'demo', 'patch', 'free'].flatMap((kind) => [
    `${kind}.my.salesforce.com`,
    `${kind}.lightning.force.com`,
  ]),
]

const DNS_NAME = 2
const IP_ADDRESS = 7

/** A private key and its certificate, both in PEM. */
export interface Certificate {
  readonly key: string
  readonly certificate: string
}

/** Makes a certificate that signs itself and speaks for Salesforce's hosts and this computer. */
export async function selfSignedCertificate(now: Date): Promise<Certificate> {
  const names = [
    ...HOST_SUFFIXES.map((suffix) => `*.${suffix}`),
    'login.salesforce.com',
    'localhost',
  ]
  const altNames = [
    ...names.map((value) => ({ type: DNS_NAME, value }) as const),
    { type: IP_ADDRESS, ip: '127.0.0.1' } as const,
  ]
  const pems = await generate([{ name: 'commonName', value: 'Segue demo org' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    // A clock that lags a little behind must not refuse a certificate made just now.
    notBeforeDate: new Date(now.getTime() - DAY),
    notAfterDate: new Date(now.getTime() + 30 * DAY),
    extensions: [
      // A client that is given this certificate as its authority accepts it as the server's own.
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', digitalSignature: true, keyCertSign: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      { name: 'subjectAltName', altNames },
    ],
  })
  return { key: pems.private, certificate: pems.cert }
}
