const words = (name: string) =>
  name
    .replace(/__[cr]$/, '')
    .replace(/_+/g, ' ')
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .trim()

/** A field path in words, such as "Opportunity › Next Step". The org's own labels, by path, win. */
export function fieldLabel(path: string, labels: Readonly<Record<string, string>> = {}): string {
  const [object = '', ...fields] = path.split('.')
  const own = labels[path]
  return own === undefined
    ? [object, ...fields].map(words).join(' › ')
    : `${words(object)} › ${own}`
}
