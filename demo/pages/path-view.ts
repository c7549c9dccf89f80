import type { ObjectDescribe } from '../schema/describe.ts'
import type { Row } from '../soql/source.ts'
import { html, type Markup } from './markup.ts'

/** The stages of a deal as Salesforce's path shows them: those passed, the current one, the rest. */
export function pathView(describe: ObjectDescribe, row: Row): Markup {
  const values = describe.fields.find(({ name }) => name === 'StageName')?.picklistValues ?? []
  const isClosed = row['IsClosed'] === true
  const open = values.filter(({ value }) => !value.startsWith('Closed'))
  const last = isClosed ? String(row['StageName']) : 'Closed'
  const names = [...open.map(({ label }) => label), last]
  const current = isClosed ? open.length : open.findIndex(({ value }) => value === row['StageName'])
  const lost = isClosed && row['IsWon'] !== true
  const next = isClosed ? undefined : open[current + 1]?.value
  return html`<section class="card path">
    <ol aria-label="Path">
      ${names.map(
        (name, at) =>
          html`<li
            class="${stateOf(at, current)} ${lost && 'lost'}"
            ${at === current && html`aria-current="step"`}
          >
            <span>${at < current && !lost ? '✓' : name}</span>${
              at < current && !lost && html`<span class="unseen">${name}</span>`
            }
          </li>`,
      )}
    </ol>
    ${next && nextButton(String(row['Id']), next)}
  </section>`
}

/** From the last open stage on, Salesforce asks how the deal closed: that is for the dialog. */
function nextButton(id: string, stage: string): Markup {
  return html`<button type="button" class="button brand" data-record="${id}" data-stage="${stage}">
    ✓ Mark Stage as Complete
  </button>`
}

function stateOf(at: number, current: number): string {
  if (at === current) return 'current'
  return at < current ? 'done' : 'ahead'
}
