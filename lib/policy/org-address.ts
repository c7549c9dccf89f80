/**
 * What a template's address asks of the org at `apiHost`: a static resource or a path of its API. Null for any
 * other place, whose host is never called.
 */
export function pathInOrg(url: string, apiHost: string): string | null {
  if (!URL.canParse(url)) return null
  const { origin, pathname, search, username } = new URL(url)
  if (origin !== `https://${apiHost}` || username !== '') return null
  if (/^\/resource\/(?:\d+\/)?\w+$/.test(pathname)) return pathname
  return /^\/services\/(?:data|apexrest)\//.test(pathname) ? pathname + search : null
}
