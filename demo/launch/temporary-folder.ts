import { mkdtempSync, rmSync } from 'node:fs'
import { constants, tmpdir } from 'node:os'
import { join } from 'node:path'

/** Makes a folder that goes when the process exits. */
export function makeTemporaryFolder(prefix: string): string {
  const folder = mkdtempSync(join(tmpdir(), prefix))
  // A browser that is ending still writes for a moment.
  const options = { recursive: true, force: true, maxRetries: 10, retryDelay: 200 }
  process.once('exit', () => rmSync(folder, options))
  return folder
}

const endings = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

const exit = (signal: (typeof endings)[number]) => process.exit(128 + constants.signals[signal])

/**
 * Lets what ends the process from outside be an exit, which tidies up, until the function returned is called: once a
 * browser runs, its driver closes it first.
 */
export function exitOnSignals(): () => void {
  for (const signal of endings) process.once(signal, exit)
  return () => {
    for (const signal of endings) process.off(signal, exit)
  }
}
