import { formInputs, isInput } from './edit-view.ts'
import type { Desk } from './desk.ts'
import { fieldsNamed } from './field-view.ts'
import { glyph } from './icons.ts'
import { layouts } from '../standard/layouts.ts'
import { html, type Markup } from './markup.ts'

/** The dialog for a new record of the object; undefined when the user may not make one. */
export function newView(desk: Desk, objectName: string): Markup | undefined {
  const describe = desk.describe(objectName)
  if (!describe?.createable) return undefined
  const wished = layouts[describe.name]?.sections.flatMap(({ fields }) => fields) ?? []
  const names = describe.name === 'Contact' ? ['FirstName', 'LastName', ...wished] : wished
  const required = describe.fields
    .filter((field) => !field.nillable && !field.defaultedOnCreate)
    .map(({ name }) => name)
  const all = fieldsNamed(describe, [...new Set([...required, ...names])])
  const fields = all.filter((field) => field.createable && isInput(field))
  const title = `New ${describe.label}`
  return html`<div class="backdrop"></div>
    <dialog class="modal" open aria-label="${title}">
      <form data-create="${describe.name}">
        <header>
          <h2>${title}</h2>
          <button type="button" data-back aria-label="Cancel and close">${glyph('close')}</button>
        </header>
        <div class="problems" role="alert"></div>
        <div class="inputs">${formInputs(fields, {})}</div>
        <footer>
          <button class="button" type="button" data-back>Cancel</button>
          <button class="button brand" type="submit">Save</button>
        </footer>
      </form>
    </dialog>`
}
