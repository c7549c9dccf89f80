import { spawn } from 'node:child_process'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '../..')

/** Makes the production build and resolves to its folder. Its words go to stderr. */
export function buildExtension(): Promise<string> {
  const wxt = join(ROOT, 'node_modules/wxt/bin/wxt.mjs')
  // Without CI it draws a spinner, which fills logs with control characters.
  const env = { ...process.env, CI: 'true' }
  const child = spawn(process.execPath, [wxt, 'build'], { cwd: ROOT, env, stdio: ['ignore', 2, 2] })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code) => {
      if (code === 0) resolve(join(ROOT, '.output/chrome-mv3'))
      else reject(new Error('The extension could not be built; see the words above.'))
    })
  })
}
