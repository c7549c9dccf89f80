import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'

const source = pathToFileURL(join(import.meta.dirname, '../../../demo/launch/temporary-folder.ts'))

/** A process that makes the folder, says where it is, and does what it is told to. */
async function processWithFolder(then: string) {
  const script = `
    import { writeFileSync } from 'node:fs'
    import { exitOnSignals, makeTemporaryFolder } from '${source.href}'
    exitOnSignals()
    const folder = makeTemporaryFolder('segue-test-')
    writeFileSync(folder + '/profile', 'kept')
    process.stdout.write(folder)
    ${then}`
  const child = spawn('node', ['--input-type=module', '--eval', script])
  const ended = once(child, 'exit')
  const [folder] = await once(child.stdout, 'data')
  return { child, folder: String(folder), ended }
}

describe('a temporary folder', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('is gone after %s', async (signal, code) => {
    const { child, folder, ended } = await processWithFolder('setInterval(() => {}, 1000)')
    expect(existsSync(folder)).toBe(true)
    child.kill(signal)
    expect(await ended).toEqual([code, null])
    expect(existsSync(folder)).toBe(false)
  })

  it.each(['', 'process.exit(0)', "throw new Error('a fault of the demo')"])(
    'is gone when the process ends by “%s”',
    async (then) => {
      const { folder, ended } = await processWithFolder(then)
      await ended
      expect(existsSync(folder)).toBe(false)
    },
  )
})
