import { join } from 'node:path'
import { parseArgs } from 'node:util'

import { Unusable } from '../org/unusable.ts'

/** What the launch commands understand. */
export interface CommandLine {
  /** Folders of the orgs to serve; the first answers requests for unknown hosts. */
  readonly orgs: readonly string[]
  /** 0 takes a free port. */
  readonly port: number
  readonly headless: boolean
  /** Where the tour leaves its report and pictures. */
  readonly out: string | undefined
}

const ACME = join(import.meta.dirname, '../orgs/acme')
const LARGEST_PORT = 65_535

/** Reads the words after the script's name. Throws a one-sentence Error on words it cannot read. */
export function readCommandLine(words: readonly string[]): CommandLine {
  const { values } = parseArgs({
    args: [...words],
    options: {
      org: { type: 'string', multiple: true, default: [ACME] },
      port: { type: 'string', default: '0' },
      headless: { type: 'boolean', default: false },
      out: { type: 'string' },
    },
  })
  return {
    orgs: values.org,
    port: readPort(values.port),
    headless: values.headless,
    out: values.out,
  }
}

function readPort(text: string): number {
  const port = Number(text)
  if (Number.isInteger(port) && port >= 0 && port <= LARGEST_PORT) return port
  throw new Unusable(`--port takes a number from 0 to ${LARGEST_PORT}, not "${text}".`)
}
