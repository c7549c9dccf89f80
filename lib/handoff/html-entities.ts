/** The letters and signs of Western Europe, in the order of their numbers from 161 on. */
const latin =
  'iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml'

const entities: Readonly<Record<string, string>> = {
  ...Object.fromEntries(latin.split(' ').map((name, at) => [name, String.fromCodePoint(161 + at)])),
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
}

/** A text with its entities (`&amp;`) as the characters they stand for. Once, so that an escaped entity stays what its author wrote. */
export function withoutEntities(text: string): string {
  return text.replaceAll(/&(#x?[0-9a-f]{1,7}|[a-z][a-z0-9]{1,7});/gi, (whole, name: string) =>
    name.startsWith('#') ? (character(name.slice(1)) ?? whole) : (entities[name] ?? whole),
  )
}

function character(number: string): string | null {
  const code = /^x/i.test(number) ? Number.parseInt(number.slice(1), 16) : Number(number)
  const isCharacter = Number.isInteger(code) && code > 0 && code <= 0x10_ff_ff
  return isCharacter ? String.fromCodePoint(code) : null
}
