import { nameFieldOf } from '../schema/schema.ts'
import { read, type Desk } from './desk.ts'
import { recordLink } from './field-view.ts'
import { objectIcon } from './icons.ts'
import { html, type Markup } from './markup.ts'

const SEARCHED = ['Opportunity', 'Account', 'Contact'] as const

/** Records whose name holds the words, under the search box. */
export function foundView(desk: Desk, words: string): Markup {
  // In LIKE a quote ends the text, and a backslash, % and _ mean something of their own.
  const pattern = words.trim().replaceAll(/[\\'%_]/g, (sign) => `\\${sign}`)
  if (pattern.length < 2) return html`<p>Type at least two characters.</p>`
  const found = SEARCHED.flatMap((object) => inObject(desk, object, pattern))
  if (found.length === 0) return html`<p>No results for “${words}”.</p>`
  return html`<ul>
    ${found}
  </ul>`
}

function inObject(desk: Desk, objectName: string, pattern: string): readonly Markup[] {
  const describe = desk.describe(objectName)
  if (!describe) return []
  const field = nameFieldOf(describe)
  const rows = read(desk, objectName, {
    fields: [field],
    where: `${field} LIKE '%${pattern}%'`,
    rest: 'LIMIT 5',
  })
  return rows.map(
    (row) => html`<li>${objectIcon(objectName)} ${recordLink(desk, String(row['Id']))}</li>`,
  )
}
