/** A piece of HTML that is safe to put into a page as it stands. */
export interface Markup {
  readonly markup: string
}

/** What may stand between the tags; text is escaped, nothing is written for the empty values. */
export type Child = string | number | Markup | null | undefined | false | readonly Child[]

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Writes HTML with every inserted text escaped, in elements as well as in quoted attributes. */
export function html(parts: TemplateStringsArray, ...children: readonly Child[]): Markup {
  const written = parts.map((part, index) => part + write(children[index]))
  return { markup: written.join('') }
}

function write(child: Child): string {
  if (child === null || child === undefined || child === false) return ''
  if (typeof child === 'number') return String(child)
  if (typeof child === 'string')
    return child.replaceAll(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign)
  return 'markup' in child ? child.markup : child.map(write).join('')
}
