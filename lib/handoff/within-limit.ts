import { startOf } from './clip.ts'
import { TEXT_LIMIT } from './evidence-limits.ts'

/** As much of a text as is kept, cut at the end of a line, so that no line says half of what was said. */
export function withinLimit(text: string): string {
  if (text.length <= TEXT_LIMIT) return text
  const start = startOf(text, TEXT_LIMIT)
  const end = start.lastIndexOf('\n')
  return end > TEXT_LIMIT / 2 ? start.slice(0, end) : start
}
