import type { FieldDescribe, ObjectDescribe } from '../schema/describe.ts'
import type { Row } from '../soql/source.ts'
import { fieldsNamed, labelOf } from './field-view.ts'
import { glyph } from './icons.ts'
import { layouts } from '../standard/layouts.ts'
import { html, type Child, type Markup } from './markup.ts'

const INPUTS: Readonly<Record<string, string>> = {
  currency: 'number',
  double: 'number',
  int: 'number',
  percent: 'number',
  date: 'date',
  email: 'email',
  string: 'text',
  phone: 'tel',
  url: 'url',
}

/** The dialog in which a record is edited, over its page. */
export function editView(describe: ObjectDescribe, row: Row): Markup {
  const names = layouts[describe.name]?.sections.flatMap(({ fields }) => fields)
  const wished = names ?? describe.fields.map(({ name }) => name)
  const fields = fieldsNamed(describe, wished).filter((field) => field.updateable && isInput(field))
  const title = `Edit ${describe.label}`
  return html`<div class="backdrop"></div>
    <dialog class="modal" open aria-label="${title}">
      <form data-save="${String(row['Id'])}">
        <header>
          <h2>${title}</h2>
          <a
            href="/lightning/r/${describe.name}/${String(row['Id'])}/view"
            aria-label="Cancel and close"
            >${glyph('close')}</a
          >
        </header>
        <div class="problems" role="alert"></div>
        <div class="inputs">${formInputs(fields, row)}</div>
        <footer>
          <a class="button" href="/lightning/r/${describe.name}/${String(row['Id'])}/view"
            >Cancel</a
          >
          <button class="button brand" type="submit">Save</button>
        </footer>
      </form>
    </dialog>`
}

/** Whether the dialogs have an input for the field. */
export function isInput({ type }: FieldDescribe): boolean {
  return type in INPUTS || type === 'picklist' || type === 'textarea'
}

/** A labelled input for each field, with the value it has. */
export function formInputs(fields: readonly FieldDescribe[], row: Row): Child {
  return fields.map((field) => input(field, row[field.name]))
}

function input(field: FieldDescribe, value: unknown): Child {
  const written = typeof value === 'number' ? String(value) : typeof value === 'string' ? value : ''
  return html`<label class="${field.type === 'textarea' && 'wide'}">
    <span>${labelOf(field)}${!field.nillable && html` <abbr title="required">*</abbr>`}</span>
    ${control(field, written)}
  </label>`
}

function control(field: FieldDescribe, written: string): Markup {
  const { name, type } = field
  if (type === 'textarea') {
    return html`<textarea name="${name}" data-type="${type}" dir="auto" rows="4">
${written}</textarea>`
  }
  if (type === 'picklist') return picklist(field, written)
  return html`<input
    name="${name}"
    data-type="${type}"
    dir="auto"
    value="${written}"
    step="any"
    type="${INPUTS[type] ?? 'text'}"
  />`
}

function picklist({ name, nillable, picklistValues }: FieldDescribe, written: string): Markup {
  const isUnknown = written !== '' && !picklistValues.some(({ value }) => value === written)
  const option = (value: string, label: string) =>
    html`<option value="${value}" ${value === written && html`selected`}>${label}</option>`
  return html`<select name="${name}" data-type="picklist">
    ${nillable && option('', '--None--')} ${isUnknown && option(written, written)}
    ${picklistValues.filter(({ active }) => active).map(({ value, label }) => option(value, label))}
  </select>`
}
