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

/** @param {string} root @param {readonly string[]} words */
function npm(root, words) {
  const { command, args, shell } = npmCommand(words)
  return spawnSync(command, args, { cwd: root, shell, encoding: 'utf8', maxBuffer: 2 ** 26 })
}

/**
 * A lock file written on one platform can lack the optional packages of others, and then `npm ci`
 * refuses everywhere (https://github.com/npm/cli/issues/4828); `npm install` copes, and `--no-save`
 * keeps it from touching the lock file.
 *
 * @param {string} root
 * @returns {string | undefined} what npm said when neither worked
 */
function install(root) {
  const quiet = ['--no-audit', '--no-fund', '--include=dev']
  const exact = npm(root, ['ci', ...quiet])
  if (exact.status === 0) return undefined
  const lenient = npm(root, ['install', '--no-save', ...quiet])
  return lenient.status === 0 ? undefined : `${exact.stderr}\n${lenient.stderr}`
}

/** The package "node" fetches its binary in an install script, which npm may be told not to run.
 *
 * @param {string} root
 */
function ensureNode(root) {
  const cwd = join(root, 'node_modules', 'node')
  if (['node', 'node.exe'].some((name) => existsSync(join(cwd, 'bin', name)))) return
  spawnSync(process.execPath, ['installArchSpecificPackage.js'], { cwd, stdio: ['ignore', 2, 2] })
}

/**
 * Installs exactly what the lock file says unless that is what is there already.
 *
 * @param {string} root
 * @returns {{ trouble: string | undefined }} what to tell the user when npm could not do it
 */
export function ensurePackages(root) {
  if (!isUpToDate(root)) {
    process.stderr.write('Installing packages (once, about a minute) …\n')
    const refusal = install(root)
    if (refusal !== undefined) {
      return { trouble: `${refusal}\nnpm could not install the packages; its words are above.` }
    }
    process.stderr.write('Packages are installed.\n')
  }
  ensureNode(root)
  writeFileSync(stampFile(root), lockFingerprint(root))
  return { trouble: undefined }
}
