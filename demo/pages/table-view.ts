import type { ObjectDescribe } from '../schema/describe.ts'
import type { Row } from '../soql/source.ts'
import type { Desk } from './desk.ts'
import { cellView, fieldsNamed, labelOf } from './field-view.ts'
import { html, type Markup } from './markup.ts'

const NUMERIC = new Set(['currency', 'double', 'int', 'percent'])

const side = (type: string) => NUMERIC.has(type) && html`class="number"`

/** Rows of one object, a column for each field. */
export function tableView(
  desk: Desk,
  describe: ObjectDescribe,
  { columns, rows }: { columns: readonly string[]; rows: readonly Row[] },
): Markup {
  const fields = fieldsNamed(describe, columns)
  return html`<div class="scroll">
    <table>
      <thead>
        <tr>
          ${fields.map((field) => html`<th ${side(field.type)}>${labelOf(field)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${fields.map(
                (field) =>
                  html`<td ${side(field.type)}>${cellView(desk, describe, { field, row })}</td>`,
              )}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`
}
