import { request } from 'node:https'
import { describe, expect, it } from 'vitest'

import { ConnectionCut } from '#demo/faults/connection-cut.ts'
import { selfSignedCertificate } from '#demo/launch/certificate.ts'
import { serveHttps, type Answer } from '#demo/launch/https-server.ts'

/** What a client that trusts only the server's own certificate gets: the text, or the error's code. */
async function fetched(answer: Answer, host: string): Promise<string> {
  const certificate = await selfSignedCertificate(new Date())
  const server = await serveHttps(answer, certificate, 0)
  try {
    return await ask(server.port, certificate.certificate, host)
  } finally {
    await server.close()
  }
}

function ask(port: number, ca: string, host: string): Promise<string> {
  return new Promise((resolve) => {
    const failed = (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message)
    const options = { host: '127.0.0.1', port, ca, servername: host, headers: { host } }
    const call = request(options, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (part) => (text += String(part)))
      response.on('end', () => resolve(text))
      response.on('error', failed)
    })
    call.on('error', failed)
    call.end()
  })
}

function cut(): never {
  throw new ConnectionCut()
}

describe('the HTTPS server', () => {
  it.each(['acme.my.salesforce.com', 'acme--uat.sandbox.lightning.force.com', 'localhost'])(
    'speaks for %s',
    async (host) => {
      expect(await fetched((asked) => new Response(asked.url), host)).toBe(`https://${host}/`)
    },
  )

  it('cuts the connection when the answer is a throw', async () => {
    expect(await fetched(cut, 'localhost')).toBe('ECONNRESET')
  })
})
