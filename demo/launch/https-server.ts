import { getRequestListener } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { createServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'

import { ConnectionCut } from '../faults/connection-cut.ts'
import type { Certificate } from './certificate.ts'

/** Answers one request; a throw means that the connection is cut without an answer. */
export type Answer = (request: Request) => Response | Promise<Response>

/** A server that listens on this computer only. */
export interface RunningServer {
  readonly port: number
  /** Ends every connection at once, those being answered as well. */
  readonly close: () => Promise<void>
}

/** Node's own limit would hide which of Salesforce's two was broken. */
const LONGEST_HEAD = 2 ** 16

/** Serves over HTTPS on 127.0.0.1; port 0 takes a free one. Rejects when the port is taken. */
export async function serveHttps(
  answer: Answer,
  certificate: Certificate,
  port: number,
): Promise<RunningServer> {
  const listener = getRequestListener(async (request, { incoming, outgoing }) => {
    try {
      return await answer(request)
    } catch (error) {
      // A cut was asked for, or the client went before it had said all; anything else is a fault of the org's own.
      if (!(error instanceof ConnectionCut) && incoming.complete) console.error(error)
      outgoing.destroy()
      return RESPONSE_ALREADY_SENT
    }
  })
  const server = createServer(
    { key: certificate.key, cert: certificate.certificate, maxHeaderSize: LONGEST_HEAD },
    (incoming, outgoing) => void listener(incoming, outgoing),
  )
  await listening(server, port)
  return { port: portOf(server), close: () => closed(server) }
}

function listening(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
}

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  return address.port
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
