import { Refusal } from './refusal.ts'

/** What of a record cannot be read. */
interface Unread {
  readonly name: string
  readonly value: unknown
}

/** A value that no field of its type can be read from; where it stands, only the text of the body tells. */
export class Unreadable extends Refusal {
  private readonly reason: string
  private readonly unread: Unread

  constructor(reason: string, unread: Unread) {
    super(400, [entry(reason, 'line:1, column:1')])
    this.reason = reason
    this.unread = unread
  }

  /** The same, with the place of the field's name in a body: octoberswimmer/aer-dist has it so from an org. */
  placedIn(text: string): Refusal {
    const at = placeOf(text, this.unread)
    const lines = text.slice(0, at).split('\n')
    const place = `line:${lines.length}, column:${(lines.at(-1)?.length ?? 0) + 1}`
    return new Refusal(400, [entry(this.reason, place)])
  }
}

/** Does what a body asks for; what of it cannot be read is told by its place in the text. */
export function reading<Done>(text: string, work: () => Done): Done {
  try {
    return work()
  } catch (error) {
    throw error instanceof Unreadable ? error.placedIn(text) : error
  }
}

const entry = (reason: string, place: string) => ({
  errorCode: 'JSON_PARSER_ERROR',
  message: `${reason} [${place}]`,
})

/** The first name of the field before that value, else the first at all. */
function placeOf(text: string, { name, value }: Unread): number {
  const wanted = name.toLowerCase()
  const written =
    typeof value === 'object' ? JSON.stringify(value).charAt(0) : JSON.stringify(value)
  const keys = [...text.matchAll(/"(?:[^"\\]|\\.)*"/g)].flatMap(({ 0: word, index }) => {
    const [colon] = /^\s*:\s*/.exec(text.slice(index + word.length)) ?? []
    if (colon === undefined || word.slice(1, -1).toLowerCase() !== wanted) return []
    return [{ at: index, behind: index + word.length + colon.length }]
  })
  const found = keys.find(({ behind }) => text.startsWith(written, behind)) ?? keys[0]
  return found?.at ?? 0
}
