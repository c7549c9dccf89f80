import { useState } from 'react'
import { number, numberFrom } from '#components/ui/formats.ts'
import { moneyFrom } from '#components/ui/money-from.ts'
import { TextBox, type ControlNames } from '#components/ui/text-box.tsx'
import { useSetting } from './setting.ts'

interface NumberBoxProps {
  readonly names: ControlNames
  readonly held: number | null
  /** What an amount is in: its sign may be typed too. */
  readonly currency?: string | undefined
  readonly onNumber: (typed: number | null) => void
  readonly onEnter?: () => void
}

/** A number with the user's own separators; what cannot be read stays in the box and is said. */
export function NumberBox({ names, held, currency, onNumber, onEnter }: NumberBoxProps) {
  const { formats } = useSetting()
  const [unread, setUnread] = useState<string | null>(null)
  const read = (text: string) => {
    const parsed =
      currency === undefined ? numberFrom(text, formats) : moneyFrom(text, currency, formats)
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
      {unread !== null && (
        <p role="alert">
          “{unread}” is not a number.{held !== null && ' The last number is kept.'}
        </p>
      )}
    </>
  )
}
