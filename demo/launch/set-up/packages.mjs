import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { npmCommand } from './npm.mjs'

/** @param {string} root */
function lockFingerprint(root) {
  const lock = readFileSync(join(root, 'package-lock.json'))
  return createHash('sha256')
    .update(lock)
    .update(`${process.platform}-${process.arch}`)
    .digest('hex')
}

/** @param {string} root */
const stampFile = (root) => join(root, 'node_modules', '.segue-set-up')

/** The hidden lock file is what npm itself left behind, so it tells what somebody installed by hand.
 *
 * @param {string} root
 */
function isInstalledByHand(root) {
  const hidden = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(hidden)) return false
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
  const present = JSON.parse(readFileSync(hidden, 'utf8')).packages
  return Object.entries(wanted).every(
    ([path, entry]) =>
      path === '' ||
      entry.optional ||
      entry.devOptional ||
      present[path]?.version === entry.version,
  )
}

/** @param {string} root */
function isUpToDate(root) {
  const stamp = stampFile(root)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lockFingerprint(root)) return true
  return isInstalledByHand(root)
}

/**
 * Installs exactly what the lock file says unless that is what is there already.
 *
 * @param {string} root
 * @returns {{ trouble: string | undefined }} one sentence when npm could not do it
 */
export function ensurePackages(root) {
  if (!isUpToDate(root)) {
    process.stderr.write('Installing packages (once, about a minute) …\n')
    const npm = npmCommand(['ci', '--no-audit', '--no-fund', '--include=dev'])
    const { status } = spawnSync(npm.command, npm.args, {
      cwd: root,
      shell: npm.shell,
      stdio: ['ignore', 2, 2],
    })
    if (status !== 0) {
      return { trouble: 'npm ci failed; see its words above, then run this command again.' }
    }
    process.stderr.write('Packages are installed.\n')
  }
  writeFileSync(stampFile(root), lockFingerprint(root))
  return { trouble: undefined }
}
