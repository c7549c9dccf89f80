interface Key {
  readonly key: string
  readonly code: string
}

/** The Latin letter of a key, in lower case; where the keyboard writes another script, the one printed beside it. */
export const letterOf = ({ key, code }: Key): string =>
  (key > '\u024F' ? code.slice(3) : key).toLowerCase()
