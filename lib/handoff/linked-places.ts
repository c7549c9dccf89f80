import type { Answers } from './answer.ts'

/** An address in a form that tells two spellings of the same place apart from two places; null when it is none. */
export function placeOf(address: string): string | null {
  const url = URL.parse(address.trim())
  if (!url || url.protocol !== 'https:') return null
  url.hash = ''
  // The time in a recording is not another recording.
  const passing = [...url.searchParams.keys()].filter((name) =>
    /^(?:t|start|time|utm_\w+)$/i.test(name),
  )
  for (const name of passing) url.searchParams.delete(name)
  url.searchParams.sort()
  return `${url.host}${url.pathname.replace(/\/+$/, '')}${url.search}`
}

/** Every address that answers link to, in links and in evidence. */
export function addressesIn(answers: Answers): readonly string[] {
  return Object.values(answers).flatMap((answer) => {
    if (answer.kind !== 'given') return []
    const { value, evidence } = answer
    const rows = value.type === 'links' || value.type === 'evidence' ? value.rows : []
    return [...rows, ...evidence].map(({ url }) => url).filter((url) => url !== '')
  })
}
