/** The name of something custom: an object, a field or a relationship. */
const custom = /\b[A-Za-z]\w*__[cr]\b/g

/** What children are called, which stands in metadata without its ending. */
const childName = /(?<=<relationshipName>)(?=\w)/g

/** A package's files as they are in an org that has installed it under a namespace: every name carries it. */
export function underNamespace(
  files: Readonly<Record<string, string>>,
  namespace: string,
): Record<string, string> {
  const named = (text: string) => text.replace(custom, `${namespace}__$&`)
  return Object.fromEntries(
    Object.entries(files).map(([path, text]) => [
      named(path),
      named(text).replace(childName, `${namespace}__`),
    ]),
  )
}
