import type { OtherHandoff } from './circumstances.ts'
import { normalised } from './placeholder.ts'
import { proseOf } from './value-text.ts'

/** Shorter texts repeat by chance. */
const LEAST_WORDS = 8
const SHINGLE = 5
/** How many of a text's runs of five words must stand in the other text. */
const SHARE = 0.8

interface Known {
  readonly other: OtherHandoff
  readonly shingles: ReadonlySet<string>
}

function shinglesOf(text: string): readonly string[] {
  const words = normalised(text).split(' ')
  if (words.length < LEAST_WORDS) return []
  return words
    .slice(0, words.length - SHINGLE + 1)
    .map((_, at) => words.slice(at, at + SHINGLE).join(' '))
}

// Reading all other handoffs again at each key typed would be slow; the same list gives the same index.
const known = new WeakMap<readonly OtherHandoff[], readonly Known[]>()

function passagesOf({ answers }: OtherHandoff): readonly string[] {
  return Object.values(answers).flatMap((answer) =>
    answer.kind === 'given' ? proseOf(answer.value).map(({ text }) => text) : [],
  )
}

function indexOf(others: readonly OtherHandoff[]): readonly Known[] {
  const there = known.get(others)
  if (there) return there
  const index = others.flatMap((other) =>
    passagesOf(other).map((text) => ({ other, shingles: new Set(shinglesOf(text)) })),
  )
  known.set(others, index)
  return index
}

/** The handoff a text was copied from, wholly or for the most part. Null when it is its own. */
export function copiedFrom(text: string, others: readonly OtherHandoff[]): OtherHandoff | null {
  const shingles = others.length === 0 ? [] : shinglesOf(text)
  if (shingles.length === 0) return null
  const enough = shingles.length * SHARE
  const source = indexOf(others).find(
    (one) =>
      one.shingles.size > 0 && shingles.filter((each) => one.shingles.has(each)).length >= enough,
  )
  return source?.other ?? null
}
