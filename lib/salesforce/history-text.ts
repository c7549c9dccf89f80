import { recordSchema, textAt } from './record.ts'
import { SalesforceError } from './salesforce-error.ts'
import type { SignedIn } from './signed-in.ts'
import { textOfHtml } from './text-of-html.ts'

/** The most characters of one mail or note that are shown. */
const LONGEST = 200_000

/** The text of one thing in a deal's history, and whether it is all of it. */
export interface HistoryText {
  readonly text: string
  readonly isWhole: boolean
}

const plainFields: Readonly<Record<string, string>> = {
  Task: 'Description',
  Event: 'Description',
  Note: 'Body',
}

/** Reads the whole text of a task, event, mail or note. HTML is made text. */
export async function readHistoryText(
  { connection }: SignedIn,
  { object, id }: { readonly object: string; readonly id: string },
): Promise<HistoryText> {
  // Whole rows, so that a hidden field is missing rather than refused.
  const row = await connection.call({ method: 'GET', path: `/sobjects/${object}/${id}` })
  const record = recordSchema.safeParse(row).data
  if (!record) throw new SalesforceError('record-gone', 'This could not be read.')
  if (object === 'ContentNote') {
    // The API gives the beginning as text, and the rest only as a file.
    const text = textAt(record, 'TextPreview')
    return { text, isWhole: text.length < 255 }
  }
  const field = plainFields[object]
  const text =
    field === undefined
      ? textAt(record, 'TextBody') || textOfHtml(textAt(record, 'HtmlBody'))
      : textAt(record, field)
  return { text: text.slice(0, LONGEST), isWhole: text.length <= LONGEST }
}
