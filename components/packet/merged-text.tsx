import { directionOf } from '#components/ui/direction.ts'
import { Name } from '#components/ui/name.tsx'
import type { Merged } from '#lib/handoff/merge-fields.ts'

interface MergedTextProps {
  readonly merged: Merged
}

/** A text filled with names: it runs the way it is written, whatever a name that it begins with does. */
export function MergedText({ merged: { parts } }: MergedTextProps) {
  const prose = parts.flatMap(({ kind, text }) => (kind === 'filled' ? [] : [text])).join('')
  return (
    <p dir={directionOf(prose)}>
      {parts.map(({ kind, text, at }) => (kind === 'filled' ? <Name key={at}>{text}</Name> : text))}
    </p>
  )
}
