import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { constants } from 'node:os'
import { delimiter, join } from 'node:path'

import { npmCommand } from './npm.mjs'

/** Node's own TypeScript support needs no flag from this version on. */
const RUNS_TYPESCRIPT = 24

/** @param {string} bin */
function projectNode(bin) {
  const installed = join(bin, process.platform === 'win32' ? 'node.cmd' : 'node')
  if (existsSync(installed)) return { command: installed, shell: process.platform === 'win32' }
  if (Number.parseInt(process.versions.node, 10) >= RUNS_TYPESCRIPT) {
    return { command: process.execPath, shell: false }
  }
  throw new Error(
    `The package "node" did not install a Node ${RUNS_TYPESCRIPT} for ${process.platform}-${process.arch}; ` +
      `install Node ${RUNS_TYPESCRIPT} or newer and run this command again.`,
  )
}

/**
 * @param {string} bin
 * @param {{ file?: string | undefined, script?: string | undefined, rest: readonly string[] }} target
 */
function commandFor(bin, target) {
  if (target.script === undefined) {
    return { ...projectNode(bin), args: [target.file ?? '', ...target.rest] }
  }
  const extra = target.rest.length === 0 ? [] : ['--', ...target.rest]
  return npmCommand(['run', target.script, ...extra])
}

/**
 * Runs a script of package.json or a TypeScript file from the repository's root, and resolves to
 * its exit code (128 + n when signal n ended it).
 *
 * @param {string} root
 * @param {{ file?: string | undefined, script?: string | undefined, rest: readonly string[] }} target
 * @param {string | undefined} browser
 * @returns {Promise<number>}
 */
export function runHere(root, target, browser) {
  const bin = join(root, 'node_modules', '.bin')
  const { command, args, shell } = commandFor(bin, target)
  const path = `${bin}${delimiter}${process.env.PATH ?? ''}`
  const env = { ...process.env, PATH: path, ...(browser && { SEGUE_BROWSER: browser }) }
  const child = spawn(command, args, { cwd: root, env, shell, stdio: 'inherit' })
  // The child decides how to end; without these handlers we would leave it behind.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => child.kill(signal))
  }
  if (process.env.npm_lifecycle_event) followParent(child)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code, signal) => {
      resolve(code ?? 128 + constants.signals[signal ?? 'SIGTERM'])
    })
  })
}

const LOOK_EVERY = 500

/** npm ends only its shell when it is told to end, which would leave us behind without a parent.
 *
 * @param {import('node:child_process').ChildProcess} child
 */
function followParent(child) {
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid !== parent) child.kill('SIGTERM')
  }, LOOK_EVERY)
  watch.unref()
}
