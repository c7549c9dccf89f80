/**
 * The language tag of a Salesforce locale: `de-DE` for `de_DE` and `de_DE_EURO`, `zh-Hans-MY` for `zh_Hans_MY`.
 * What follows the country is Java's own. Unreadable ones throw a RangeError.
 * https://help.salesforce.com/s/articleView?id=xcloud.admin_supported_locales.htm
 */
export function languageTag(locale: string): string {
  const [language = '', ...parts] = locale.split(/[-_]/)
  const script = parts.find((part) => /^[A-Z][a-z]{3}$/.test(part))
  const country = parts.find((part) => /^([A-Z]{2}|\d{3})$/.test(part))
  const unknown = parts.length > 0 && !script && !country
  const tag = unknown ? locale : [language, script, country].filter(Boolean).join('-')
  return new Intl.Locale(tag).toString()
}
