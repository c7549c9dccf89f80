/** The most characters that are kept of an address. */
export const ADDRESS_LIMIT = 2000

/** Parts of an address that open what lies behind it to whoever holds them, by their names. */
const secretNames =
  /token|secret|passw|pwd|auth(?!or)|sess(?:ion|id)|assertion|signature|credential|jwt|saml|ticket|nonce|api[-_]?key|(?:^|[-_])(?:sid|sig|key|code|otp|pass)$/i

/** As chance makes them, with figures and letters and no words between them. */
const chance = /^(?=.*\d)(?=.*[a-z])[\w.~+/=!-]{32,}$/i

const secretsIn = (parameters: URLSearchParams): readonly string[] =>
  [...parameters].flatMap(([name, value]) => (isSecret(name, value) ? [name] : []))

/** What stands behind the `?` without a name, as in `/verify?eyJh…`. Behind the `#` that is a place in the page. */
const namelessIn = (parameters: URLSearchParams): readonly string[] =>
  [...parameters].flatMap(([text, value]) =>
    /^=*$/.test(value) && chance.test(text) ? [text] : [],
  )

/** A parameter may also be an address, to go on to, which has its own. */
function isSecret(name: string, value: string): boolean {
  if (secretNames.test(name) || chance.test(value)) return true
  const [, ...behind] = value.split(/[?#]/)
  return behind.some((part) => secretsIn(new URLSearchParams(part)).length > 0)
}

/** Where cookies are off some pages keep their session in the path, as in `/deal;jsessionid=…`. */
const withoutSessions = (path: string) =>
  path.replaceAll(/;([^/;=]+)=([^/;]*)/g, (part, name: string, value: string) =>
    isSecret(name, value) ? '' : part,
  )

/** The address of a page, to find back to it: of the web, without names, passwords and what opens a session. Empty for every other. */
export function pageAddress(address: string): string {
  const url = URL.parse(address)
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) return ''
  url.username = ''
  url.password = ''
  url.pathname = withoutSessions(url.pathname)
  const { searchParams } = url
  for (const name of [...secretsIn(searchParams), ...namelessIn(searchParams)])
    searchParams.delete(name)
  // Signing in brings tokens back behind the `#`, and pages keep their own parameters there.
  const behind = new URLSearchParams(url.hash.slice(1).replace(/^.*\?/, ''))
  if (secretsIn(behind).length > 0) url.hash = ''
  if (url.href.length <= ADDRESS_LIMIT) return url.href
  const place = `${url.origin}${url.pathname}`
  return place.length <= ADDRESS_LIMIT ? place : `${url.origin}/`
}
