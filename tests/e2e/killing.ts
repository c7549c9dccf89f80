import { execFileSync } from 'node:child_process'
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import type { BrowserContext } from '@playwright/test'

/** Kills the browser of this profile as a power cut does: no goodbye, no last write. */
export async function killBrowser(context: BrowserContext, profileDir: string): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    context.once('close', () => resolve())
  })
  for (const pid of browserProcesses(profileDir)) process.kill(pid, 'SIGKILL')
  await closed
  for (const name of readdirSync(profileDir))
    if (name.startsWith('Singleton')) rmSync(join(profileDir, name), { force: true })
}

/** The browser's own process; its children go with it. */
function browserProcesses(profileDir: string): readonly number[] {
  const table = execFileSync('ps', ['-axww', '-o', 'pid=,args='], { encoding: 'utf8' })
  return table.split('\n').flatMap((line) => {
    const isOurs = line.includes(`--user-data-dir=${profileDir}`) && !line.includes('--type=')
    return isOurs ? [Number.parseInt(line, 10)] : []
  })
}
