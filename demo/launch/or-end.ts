import { Unusable } from '../org/unusable.ts'

const inUse = 'EADDRINUSE'

/** Runs what starts the demo; what was given wrongly is said in a sentence, and the process ends. */
export async function orEnd<Started>(start: () => Started | Promise<Started>): Promise<Started> {
  try {
    return await start()
  } catch (error) {
    const sentence = sentenceFor(error)
    if (sentence === undefined) throw error
    process.stderr.write(`${sentence}\n`)
    process.exit(1)
  }
}

/** Undefined for a fault of the demo's own, which is to be seen whole. */
function sentenceFor(error: unknown): string | undefined {
  if (error instanceof Unusable) return error.message
  if (!(error instanceof Error) || !('code' in error)) return undefined
  if (error.code === inUse) return 'The port is taken. Name another one: --port N.'
  return String(error.code).startsWith('ERR_PARSE_ARGS') ? error.message : undefined
}
