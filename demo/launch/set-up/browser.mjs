import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

import { findBrowser } from './find-browser.mjs'

const ADVICE =
  'No Chromium was found and none could be installed: install one (on Debian or Ubuntu ' +
  '"sudo apt-get install chromium", elsewhere "npx playwright install chromium") or let ' +
  'SEGUE_BROWSER name one, then run this command again.'

/** @param {string} command @param {readonly string[]} args @param {string} root */
function run(command, args, root) {
  const { status } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2] })
  return status === 0
}

/** @param {string} root */
function installFromDebian(root) {
  const isRoot = process.getuid?.() === 0
  if (!isRoot || !existsSync('/usr/bin/apt-get')) return false
  process.stderr.write('Installing Chromium with apt-get …\n')
  run('apt-get', ['update', '-q'], root)
  return run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], root)
}

/** @param {string} root */
function installFromPlaywright(root) {
  process.stderr.write('Installing Chromium with Playwright …\n')
  const cli = join(root, 'node_modules', 'playwright', 'cli.js')
  return run(process.execPath, [cli, 'install', 'chromium'], root)
}

/**
 * Finds a Chromium that can load the extension, installing one where there is none.
 *
 * @param {string} root
 * @returns {{ path: string | undefined, trouble: string | undefined }}
 */
export function browserFor(root) {
  const first = findBrowser()
  if (first.path !== undefined || first.trouble !== undefined) return first
  for (const install of [installFromDebian, installFromPlaywright]) {
    if (!install(root)) continue
    const found = findBrowser()
    // Ubuntu's package "chromium" only points at a snap, so an installation may leave no browser.
    if (found.path !== undefined) return found
  }
  return { path: undefined, trouble: ADVICE }
}
