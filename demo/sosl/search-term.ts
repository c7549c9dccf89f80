/** Whether a text, cut into words, has what was searched for. */
export type Matches = (words: readonly string[]) => boolean

/** The lower-case words of a text, without accents: runs of letters and digits. */
export function wordsOf(text: string): string[] {
  return (plain(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).flatMap(cutUp)
}

/** Accents do not count; the marks of other scripts than ours tell letters apart. */
function plain(text: string): string {
  const parted = text.toLowerCase().normalize('NFD')
  return parted.replaceAll(/[\u{300}-\u{36F}]/gu, '').normalize('NFC')
}

const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/u
const segmenter = new Intl.Segmenter('ja', { granularity: 'word' })

/**
 * Languages that put no spaces between words are cut up by what the words are.
 * https://docs.releasenotes.salesforce.com/en-us/spring15/release-notes/rn_general_search_infrastructure.htm
 */
function cutUp(run: string): string[] {
  return UNSPACED.test(run) ? [...segmenter.segment(run)].map(({ segment }) => segment) : [run]
}

/** What a search term asks for: words (all of them), "phrases", * and ?, AND, OR, AND NOT, parentheses. */
export function matcherOf(term: string): Matches {
  const pieces = (term.match(/"(?:\\.|[^"\\])*"|[()]|(?:\\.|[^\s()"])+/g) ?? []).toReversed()
  return readEither(pieces)
}

function readEither(pieces: string[]): Matches {
  const sides = [readAll(pieces)]
  while (pieces.at(-1)?.toUpperCase() === 'OR') {
    pieces.pop()
    sides.push(readAll(pieces))
  }
  return (words) => sides.some((side) => side(words))
}

function readAll(pieces: string[]): Matches {
  const parts: Matches[] = []
  while (pieces.length > 0 && !endsAll(pieces.at(-1))) parts.push(readOne(pieces))
  return (words) => parts.length > 0 && parts.every((part) => part(words))
}

function endsAll(piece: string | undefined): boolean {
  return piece === ')' || piece?.toUpperCase() === 'OR'
}

function readOne(pieces: string[]): Matches {
  const piece = pieces.pop() ?? ''
  const word = piece.toUpperCase()
  if (word === 'AND' && pieces.length > 0) return readOne(pieces)
  if (word === 'NOT' && pieces.length > 0) {
    const refused = readOne(pieces)
    return (words) => !refused(words)
  }
  if (piece !== '(') return phrase(piece)
  const inner = readEither(pieces)
  pieces.pop()
  return inner
}

/** Matches the words of a piece one after the other; "j.doe@x.com" is such a phrase too. */
function phrase(piece: string): Matches {
  const runs = plain(piece).match(/(?:[\p{L}\p{M}\p{N}]|(?<!\\)[*?])+/gu) ?? []
  const patterns = runs.flatMap((run) => withWildcards(cutUp(run))).map(pattern)
  if (patterns.length === 0) return () => false
  return (words) =>
    words.some((_, start) =>
      patterns.every((each, offset) => each.test(words[start + offset] ?? '')),
    )
}

/** A wildcard is cut off the word before it where words are cut up. */
function withWildcards(words: readonly string[]): string[] {
  return words.reduce<string[]>((joined, word) => {
    if (/^[*?]+$/.test(word) && joined.length > 0) joined.push(`${joined.pop()}${word}`)
    else joined.push(word)
    return joined
  }, [])
}

function pattern(word: string): RegExp {
  return new RegExp(`^${word.replaceAll('*', '.*').replaceAll('?', '.')}$`, 'u')
}
