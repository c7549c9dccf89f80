import { html, type Markup } from './markup.ts'

const ROWS = 800
const WEEKS = [0, 1, 2, 3] as const

/** A table of more than three thousand elements, for measurements on a page as heavy as real ones. */
export function heavyView(): Markup {
  return html`<section class="card heavy" aria-label="Forecast by line">
    <h2>Forecast by line</h2>
    <button type="button" class="button" data-block="4000">Recalculate</button>
    <table>
      <tbody>
        ${Array.from({ length: ROWS }, row)}
      </tbody>
    </table>
  </section>`
}

function row(_: unknown, at: number): Markup {
  return html`<tr>
    <th scope="row">Line ${at + 1}</th>
    ${WEEKS.map((week) => html`<td>${(at * 37 + week * 101) % 997}</td>`)}
  </tr>`
}
