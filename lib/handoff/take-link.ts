import type { LinkSource } from './evidence-source.ts'

/** A link as it is typed. */
export interface TypedLink {
  readonly url: string
  readonly label: string
  readonly moment: string
  readonly on: string
  readonly recipientCanOpen: boolean
}

/** What is wrong with each part of a typed link. */
export type LinkProblems = Partial<Record<'url' | 'moment', string>>

/** The link as a source, or what has to be mended first. */
export function takeLink(
  typed: TypedLink,
): { readonly source: LinkSource } | { readonly problems: LinkProblems } {
  const url = addressOf(typed.url)
  const moment = momentOf(typed.moment)
  if (url === null || moment === null) {
    return {
      problems: {
        ...(url === null && { url: 'This is not an https address. Copy it from the recording.' }),
        ...(moment === null && { moment: 'Write the time as 12:30 or 1:02:30.' }),
      },
    }
  }
  const { recipientCanOpen } = typed
  const label = typed.label.trim().slice(0, 300) || `Recording on ${url.host}`
  const on = /^\d{4}-\d{2}-\d{2}$/.test(typed.on) ? typed.on : ''
  return { source: { kind: 'link', label, url: url.href, moment, on, recipientCanOpen } }
}

/** Only https: nothing else is opened for a recipient. No names and passwords in it. */
function addressOf(text: string): URL | null {
  const url = URL.parse(text.trim())
  const isFit = url?.protocol === 'https:' && url.username === '' && url.href.length <= 2000
  return isFit ? url : null
}

const asClock = /^(?:(\d{1,2}):)?(\d{1,3}):(\d{2})$/
const inWords = /^(?:(\d{1,2})h)?\s*(?:(\d{1,3})m)?\s*(?:(\d{1,5})s?)?$/

/** `12:30`, `1:02:30`, `12m30s` or `90` seconds as a clock; null when it is none of these. */
function momentOf(text: string): string | null {
  const typed = text.trim().toLowerCase()
  if (typed === '') return ''
  const parts = asClock.exec(typed) ?? inWords.exec(typed)
  if (!parts) return null
  const [hours, minutes, seconds] = parts.slice(1).map((part) => Number(part ?? 0))
  return clock((hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0))
}

function clock(all: number): string {
  const [hours, minutes, seconds] = [Math.floor(all / 3600), Math.floor(all / 60) % 60, all % 60]
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`
}

function two(part: number): string {
  return String(part).padStart(2, '0')
}
