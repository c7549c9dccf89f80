import { request } from 'node:https'
import { describe, expect, it, vi } from 'vitest'

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

/** Begins to send a body, and goes as soon as the server reads it. */
async function leave(port: number, ca: string, isBegun: Promise<void>): Promise<void> {
  const headers = { 'Content-Length': '100' }
  const call = request({
    host: '127.0.0.1',
    port,
    ca,
    servername: 'localhost',
    method: 'POST',
    headers,
  })
  const isOver = new Promise<void>((resolve) => call.once('close', resolve))
  call.on('error', () => undefined)
  call.write('{"Name":')
  await isBegun
  call.destroy()
  await isOver
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

  it('takes a client that goes before it has said all for no fault of its own', async () => {
    const told = vi.spyOn(console, 'error')
    const begun = Promise.withResolvers<void>()
    const over = Promise.withResolvers<void>()
    const certificate = await selfSignedCertificate(new Date())
    const read: Answer = async (asked) => {
      const body = asked.text()
      begun.resolve()
      return new Response(await body.finally(over.resolve))
    }
    const server = await serveHttps(read, certificate, 0)
    await leave(server.port, certificate.certificate, begun.promise)
    await over.promise.catch(() => undefined)
    await server.close()
    expect(told).not.toHaveBeenCalled()
    told.mockRestore()
  })
})
