#!/usr/bin/env node
// The door to this repository on a machine that has only Node and npm:
//   node demo/launch/set-up.mjs [--browser] [--run NPM_SCRIPT | SCRIPT.ts] [arguments…]
// Installs packages when they are missing or stale, finds (or installs) Chromium where one is
// needed, then runs the thing with the Node that the lock file names. Plain JavaScript without
// packages, because nothing is installed yet when it starts. It speaks on stderr only: stdout
// belongs to what it runs.
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'

import { browserFor } from './set-up/browser.mjs'
import { troubleOfFolder } from './set-up/folder.mjs'
import { ensurePackages } from './set-up/packages.mjs'
import { runHere } from './set-up/run.mjs'

const OLDEST_NODE = 18
const NEEDS_BROWSER = new Set(['demo.ts'])

/**
 * Splits the command line: own flags come first, then the target, then what the target is given.
 *
 * @param {readonly string[]} words
 */
function readCommandLine(words) {
  let browser = false
  let at = 0
  for (; words[at] === '--browser'; at += 1) browser = true
  if (words[at] === '--run') {
    return { browser, script: words[at + 1], file: undefined, rest: words.slice(at + 2) }
  }
  const file = words[at]
  const needed = file !== undefined && NEEDS_BROWSER.has(basename(file))
  return { browser: browser || needed, script: undefined, file, rest: words.slice(at + 1) }
}

/** Explains in one sentence why nothing can be run, and ends. @param {string} sentence */
function refuse(sentence) {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}

const root = fileURLToPath(new URL('../..', import.meta.url))
const { browser, script, file, rest } = readCommandLine(process.argv.slice(2))

if (Number.parseInt(process.versions.node, 10) < OLDEST_NODE) {
  refuse(`Segue needs Node ${OLDEST_NODE} or newer to set itself up; this is ${process.version}.`)
}
if (script === undefined && file === undefined) {
  refuse(
    'Usage: node demo/launch/set-up.mjs [--browser] [--run NPM_SCRIPT | SCRIPT.ts] [arguments…]',
  )
}

// Whatever needs a browser needs the extension, built.
const inFolder = browser ? troubleOfFolder(root) : undefined
if (inFolder !== undefined) refuse(inFolder)

const packages = ensurePackages(root)
if (packages.trouble !== undefined) refuse(packages.trouble)

const found = browser ? browserFor(root) : { path: undefined, trouble: undefined }
if (found.trouble !== undefined) refuse(found.trouble)

const target = script === undefined ? { file, rest } : { script, rest }
process.exitCode = await runHere(root, target, found.path)
