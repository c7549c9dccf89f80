import type { Handoff } from '#lib/handoff/handoff.ts'
import { readingOf } from '#lib/handoff/reading.ts'
import type { Template } from '#lib/handoff/template.ts'
import { type Formats, moment } from '#components/ui/formats.ts'
import { Name } from '#components/ui/name.tsx'

interface ReadingLineProps {
  readonly handoff: Handoff
  readonly template: Template | undefined
  readonly formats: Formats
}

/** How far the recipient is, as a fact: opened or not, and how many sections were marked as read. */
export function ReadingLine({ handoff, template, formats }: ReadingLineProps) {
  const { incoming, firstViewedAt, reviewed = {}, status, packet } = handoff
  if (incoming === null || firstViewedAt === undefined || status === 'draft') return null
  if (firstViewedAt === null)
    return (
      <p>
        <Name>{incoming.name}</Name> has not opened it yet
      </p>
    )
  const reading = template && packet && readingOf(template, packet.answers, reviewed)
  return (
    <p>
      <Name>{incoming.name}</Name> opened it {moment(firstViewedAt, formats)}
      {reading && reading.read > 0 && ` · sections read: ${reading.read} of ${reading.of}`}
    </p>
  )
}
