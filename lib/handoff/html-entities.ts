const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
  bull: '•',
  euro: '€',
  copy: '©',
  reg: '®',
  auml: 'ä',
  ouml: 'ö',
  uuml: 'ü',
  Auml: 'Ä',
  Ouml: 'Ö',
  Uuml: 'Ü',
  szlig: 'ß',
  eacute: 'é',
  egrave: 'è',
  agrave: 'à',
  ccedil: 'ç',
}

/** A text with its entities (`&amp;`) as the characters they stand for. Once, so that an escaped entity stays what its author wrote. */
export function withoutEntities(text: string): string {
  return text.replaceAll(/&(#x?[0-9a-f]{1,7}|[a-z]{2,8});/gi, (whole, name: string) =>
    name.startsWith('#') ? (character(name.slice(1)) ?? whole) : (entities[name] ?? whole),
  )
}

function character(number: string): string | null {
  const code = /^x/i.test(number) ? Number.parseInt(number.slice(1), 16) : Number(number)
  const isCharacter = Number.isInteger(code) && code > 0 && code <= 0x10_ff_ff
  return isCharacter ? String.fromCodePoint(code) : null
}
