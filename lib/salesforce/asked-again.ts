import type { Part, Replies } from './composite.ts'
import { partIds } from './context-parts.ts'
import type { Shapes } from './describe.ts'
import { recordSchema, rowsOf, textAt } from './record.ts'

/** What was asked, and what was answered. */
interface Asked {
  readonly parts: readonly Part[]
  readonly replies: Replies
}

const wrongQuestion: ReadonlySet<string> = new Set(['INVALID_FIELD', 'INVALID_TYPE'])

/**
 * Queries that failed for their columns, as the first of the later readings that asks otherwise has them; and the one
 * for people, when describe has only now told of fields in which the deal names users, or of record types.
 */
export function askedAgain(
  { parts, replies }: Asked,
  later: readonly (readonly Part[])[],
  shapes: Shapes,
): readonly Part[] {
  const isUnnamed = hasUnnamedUsers(shapes, replies)
  return parts.flatMap(({ id, path }) => {
    const error = replies.get(id)?.error
    const isWrong = wrongQuestion.has(error?.code ?? '')
    const isShort = id === partIds.people && !error && isUnnamed
    if (!isWrong && !isShort) return []
    const others = later.flatMap((those) => those.find((part) => part.id === id) ?? [])
    const anew = others.slice(0, isShort ? 1 : undefined).filter((part) => part.path !== path)
    return error ? without(error.message, anew) : anew.slice(0, 1)
  })
}

/** The first that does not ask for what was refused; else the first. */
function without(refusal: string, anew: readonly Part[]): readonly Part[] {
  const best = anew.find((part) => !asksFor(part, refusal)) ?? anew[0]
  return best ? [best] : []
}

/** Whether a query asks for the very thing that another one was refused for. */
function asksFor({ path }: Part, refusal: string): boolean {
  const [, name] = /(?:column|relationship) '(\w+)'/.exec(refusal) ?? []
  return name !== undefined && new RegExp(`\\b${name}\\b`).test(decodeURIComponent(path))
}

function hasUnnamedUsers({ Opportunity: shape }: Shapes, replies: Replies): boolean {
  const deal = recordSchema.safeParse(replies.get(partIds.deal)?.body).data ?? {}
  const [people = {}] = rowsOf(replies.get(partIds.people)?.body)
  return Object.entries(shape?.fields ?? {}).some(
    ([name, { user = name === 'RecordTypeId' ? 'RecordType' : '' }]) =>
      user !== '' && textAt(deal, name) !== '' && !(user in people),
  )
}

/** All answers: an earlier one holds where the later one is a refusal. */
export function answered(earlier: Replies, later: Replies): Replies {
  const better = [...later].filter(([id, { error }]) => !error || earlier.get(id)?.error)
  return new Map([...earlier, ...better])
}
