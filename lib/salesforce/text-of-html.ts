import { withoutEntities } from '#lib/handoff/html-entities.ts'

/** What stands in HTML as plain text: mails and notes are shown as text, never as HTML. */
export function textOfHtml(html: string): string {
  return withoutEntities(withoutTags(withoutHidden(html)))
    .replaceAll(/[ \t\u00A0]+/g, ' ')
    .replaceAll(/ ?\n ?/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()
}

const hidden = ['script', 'style', 'head', 'title', 'template', 'noscript'] as const

/** Without what a browser does not show. By position, not by pattern: a hostile mail must not take long. */
function withoutHidden(html: string): string {
  return hidden.reduce((rest, name) => withoutElement(rest, name), cut(html, '<!--', '-->'))
}

function withoutElement(html: string, name: string): string {
  const lower = html.toLowerCase()
  let kept = ''
  let from = 0
  for (;;) {
    const start = elementAt(lower, name, from)
    if (start < 0) return kept + html.slice(from)
    kept += html.slice(from, start)
    const end = lower.indexOf(`</${name}`, start)
    const close = end < 0 ? -1 : lower.indexOf('>', end)
    if (close < 0) return kept
    from = close + 1
  }
}

/** Where an element begins: `<head` but not `<header`. */
function elementAt(lower: string, name: string, from: number): number {
  let at = lower.indexOf(`<${name}`, from)
  while (at >= 0 && /[a-z0-9-]/.test(lower.charAt(at + name.length + 1)))
    at = lower.indexOf(`<${name}`, at + 1)
  return at
}

function cut(text: string, opening: string, closing: string): string {
  let kept = ''
  let from = 0
  for (;;) {
    const start = text.indexOf(opening, from)
    if (start < 0) return kept + text.slice(from)
    kept += text.slice(from, start)
    const end = text.indexOf(closing, start + opening.length)
    if (end < 0) return kept
    from = end + closing.length
  }
}

const breaks = /^\/?(?:br|p|div|tr|table|ul|ol|blockquote|h[1-6]|hr|section|article)$/

/** Line breaks in HTML are spaces; elements that begin a line make one. */
function withoutTags(html: string): string {
  const parts = html.replaceAll(/\s+/g, ' ').split('<')
  const [before = '', ...rest] = parts
  return rest.reduce((text, part) => text + afterTag(part), before)
}

function afterTag(part: string): string {
  const [, name] = /^(\/?[a-z][a-z0-9]*)/i.exec(part) ?? []
  // A lone "<" is text.
  if (name === undefined)
    return part.startsWith('!') || part.startsWith('?') ? behind(part) : `<${part}`
  const tag = name.toLowerCase()
  if (tag === 'li') return `\n• ${behind(part)}`
  if (tag === 'td' || tag === 'th') return ` ${behind(part)}`
  return breaks.test(tag) ? `\n${behind(part)}` : behind(part)
}

function behind(part: string): string {
  const end = part.indexOf('>')
  return end < 0 ? '' : part.slice(end + 1)
}
