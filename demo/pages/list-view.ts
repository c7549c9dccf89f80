import { nameField, read, type Desk } from './desk.ts'
import { fieldView, recordLink } from './field-view.ts'
import { objectIcon } from './icons.ts'
import { layouts } from './layouts.ts'
import { html, type Markup } from './markup.ts'

/** A list of an object's newest records; undefined when the user may not see the object. */
export function listView(desk: Desk, objectName: string): Markup | undefined {
  const describe = desk.describe(objectName)
  if (!describe) return undefined
  const columns = layouts[describe.name]?.highlights ?? []
  const fields = columns.flatMap(
    (name) => describe.fields.find((field) => field.name === name) ?? [],
  )
  const rows = read(desk, describe.name, {
    fields: [nameField(describe), ...columns],
    where: 'Id != null',
    rest: 'ORDER BY LastModifiedDate DESC LIMIT 100',
  })
  return html`<article class="card list">
    <div class="title">
      ${objectIcon(describe.name)}
      <div>
        <p>${describe.labelPlural}</p>
        <h1>All ${describe.labelPlural}</h1>
      </div>
    </div>
    <table>
      <thead>
        <tr>
          <th>Name</th>
          ${fields.map(({ label }) => html`<th>${label}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              <th scope="row">${recordLink(desk, String(row['Id']))}</th>
              ${fields.map((field) => html`<td>${fieldView(desk, field, row[field.name])}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </article>`
}
