/** Whether a text, cut into words, has what was searched for. */
export type Matches = (words: readonly string[]) => boolean

/** The lower-case words of a text: runs of letters and digits. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
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
  const patterns = (piece.toLowerCase().match(/(?:[\p{L}\p{N}]|(?<!\\)[*?])+/gu) ?? []).map(pattern)
  if (patterns.length === 0) return () => false
  return (words) =>
    words.some((_, start) =>
      patterns.every((each, offset) => each.test(words[start + offset] ?? '')),
    )
}

function pattern(word: string): RegExp {
  return new RegExp(`^${word.replaceAll('*', '.*').replaceAll('?', '.')}$`, 'u')
}
