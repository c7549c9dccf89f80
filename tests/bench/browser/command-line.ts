import { closeSync, openSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { Unusable } from '#demo/org/unusable.ts'
import { checkOtherExtension } from './other-extension.ts'

/** What the benchmark was asked for. */
export interface CommandLine {
  /** The names of the measurements to take. */
  readonly only: readonly string[]
  readonly rounds: number
  /** Other unpacked extensions to measure beside ours. */
  readonly extensions: readonly string[]
  /** The file that the bars are written to as JSON as well. */
  readonly json: string | undefined
}

/** Reads the words after the script's name. Throws a one-sentence Error on what cannot be used, before anything is measured. */
export function readCommandLine(words: readonly string[], names: readonly string[]): CommandLine {
  const { values } = parseArgs({
    args: [...words],
    options: {
      json: { type: 'string' },
      extension: { type: 'string', multiple: true, default: [] },
      rounds: { type: 'string', default: '20' },
      only: { type: 'string', default: '' },
    },
  })
  values.extension.forEach(checkOtherExtension)
  if (values.json !== undefined) checkFile(values.json)
  return {
    only: named(values.only, names),
    rounds: readRounds(values.rounds),
    extensions: values.extension,
    json: values.json,
  }
}

function named(part: string, names: readonly string[]): readonly string[] {
  const wanted = part.toLowerCase()
  const called = names.filter((name) => name.toLowerCase().split(' ').includes(wanted))
  if (called.length > 0) return called
  const found = names.filter((name) => name.toLowerCase().includes(wanted))
  if (found.length > 0) return found
  throw new Unusable(`No measurement is called "${part}"; there are ${names.join(', ')}.`)
}

function readRounds(text: string): number {
  const rounds = Number(text)
  if (Number.isInteger(rounds) && rounds >= 1) return rounds
  throw new Unusable(`--rounds takes a whole number from 1, not "${text}".`)
}

/** An hour of measuring must not end at a file that cannot be written; what it holds stays until then. */
function checkFile(file: string): void {
  try {
    closeSync(openSync(file, 'a'))
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    const told = file === '' ? '""' : file
    throw new Unusable(`--json takes a file, and ${told} cannot be written: ${why}.`, {
      cause: error,
    })
  }
}
