import { useState } from 'react'
import { number, numberFrom } from '#components/ui/formats.ts'
import { TextBox, type ControlNames } from '#components/ui/text-box.tsx'
import { useSetting } from './setting.ts'

interface NumberBoxProps {
  readonly names: ControlNames
  readonly held: number | null
  readonly onNumber: (typed: number | null) => void
  readonly onEnter?: () => void
}

/** A number with the user's own separators; what cannot be read stays in the box and is said. */
export function NumberBox({ names, held, onNumber, onEnter }: NumberBoxProps) {
  const { formats } = useSetting()
  const [unread, setUnread] = useState<string | null>(null)
  const read = (text: string) => {
    const parsed = numberFrom(text, formats)
    setUnread(parsed === undefined && text.trim() !== '' ? text : null)
    if (text.trim() === '') onNumber(null)
    else if (parsed !== undefined) onNumber(parsed)
  }
  return (
    <>
      <TextBox
        names={{ ...names, 'aria-invalid': unread !== null }}
        input="decimal"
        value={unread ?? (held === null ? '' : number(held, formats))}
        onText={read}
        onEnter={onEnter}
      />
      {unread !== null && <p role="alert">“{unread}” is not a number. The last number is kept.</p>}
    </>
  )
}
