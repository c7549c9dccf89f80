import { spawn } from 'node:child_process'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '../..')

/** Makes the production build and resolves to its folder; rejects with what the build said. */
export function buildExtension(): Promise<string> {
  process.stderr.write('Building the extension …\n')
  const wxt = join(ROOT, 'node_modules/wxt/bin/wxt.mjs')
  const child = spawn(process.execPath, [wxt, 'build'], { cwd: ROOT, stdio: 'pipe' })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8')
    stream.on('data', (words: string) => (said += words))
  }
  // Whoever ends the demo while it builds leaves no build behind.
  const stop = () => void child.kill()
  process.once('exit', stop)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => {
      process.off('exit', stop)
      if (code === 0) resolve(join(ROOT, '.output/chrome-mv3'))
      else reject(new Error(`The extension could not be built.\n${said}`))
    })
  })
}
