/** The most characters that are kept of an address. */
export const ADDRESS_LIMIT = 2000

/** Parts of an address that open what lies behind it to whoever holds them, by their names. */
const secretNames =
  /token|secret|passw|pwd|auth(?!or)|session|signature|credential|jwt|saml|ticket|nonce|api[-_]?key|(?:^|[-_])(?:sid|sig|key|code|otp|pass)$/i

/** As chance makes them, with figures and letters and no words between them. */
const chance = /^(?=.*\d)(?=.*[a-z])[\w.~+/=!-]{32,}$/i

const secretsIn = (parameters: URLSearchParams) =>
  [...parameters].flatMap(([name, value]) =>
    secretNames.test(name) || chance.test(value) ? [name] : [],
  )

/** The address of a page, to find back to it: of the web, without names, passwords and what opens a session. Empty for every other. */
export function pageAddress(address: string): string {
  const url = URL.parse(address)
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) return ''
  url.username = ''
  url.password = ''
  for (const name of secretsIn(url.searchParams)) url.searchParams.delete(name)
  // Signing in brings tokens back behind the `#`, and pages keep their own parameters there.
  const behind = new URLSearchParams(url.hash.slice(1).replace(/^.*\?/, ''))
  if (secretsIn(behind).length > 0) url.hash = ''
  if (url.href.length <= ADDRESS_LIMIT) return url.href
  const place = `${url.origin}${url.pathname}`
  return place.length <= ADDRESS_LIMIT ? place : `${url.origin}/`
}
