import { useEffect, useRef, useState } from 'react'
import { number, numberFrom } from '#components/ui/formats.ts'
import { moneyFrom } from '#components/ui/money-from.ts'
import { TextBox, type ControlNames } from '#components/ui/text-box.tsx'
import { useSetting } from './setting.ts'
import { useUnread } from './unread.ts'

interface NumberBoxProps {
  /** Names the box among those of the draft: what it cannot read is kept under that name. */
  readonly keptAs: string
  readonly names: ControlNames
  readonly held: number | null
  /** What an amount is in: its sign may be typed too. */
  readonly currency?: string | undefined
  /** What is counted, shown while nothing is typed. */
  readonly unit?: string | undefined
  readonly onNumber: (typed: number | null) => void
  readonly onEnter?: () => void
}

/** What the next digits may make of a text: a group of thousands is none before its last one. */
const endings = ['0', '00', '000']

type OnNumber = NumberBoxProps['onNumber']

/** Hands numbers on, and tells of one that comes from elsewhere: what was typed here and is none has given way to it. */
function useTaken(held: number | null, onNumber: OnNumber, onTaken: () => void): OnNumber {
  const before = useRef(held)
  const own = useRef(held)
  useEffect(() => {
    if (before.current === held) return
    before.current = held
    if (own.current !== held) onTaken()
  })
  return (typed) => {
    own.current = typed
    onNumber(typed)
  }
}

/** A number with the user's own separators; what cannot be read stays in the box and is said, once it is all typed. */
export function NumberBox(props: NumberBoxProps) {
  const { keptAs, names, held, currency, unit, onNumber, onEnter } = props
  const { formats } = useSetting()
  const { unread, keep } = useUnread(keptAs)
  const [isUnderWay, setUnderWay] = useState(false)
  const isWrong = unread !== null && !isUnderWay
  const shown = unread ?? (held === null ? '' : number(held, formats))
  const last = useRef(shown)
  const put = useTaken(held, onNumber, () => keep(''))
  const parse = (text: string) =>
    currency === undefined ? numberFrom(text, formats) : moneyFrom(text, currency, formats)
  const mayGoOn = (text: string) =>
    text.length - last.current.length === 1 &&
    endings.some((ending) => parse(text + ending) !== undefined)
  const read = (text: string) => {
    const parsed = parse(text)
    const isUnread = parsed === undefined && text.trim() !== ''
    keep(isUnread ? text : '')
    setUnderWay(isUnread && mayGoOn(text))
    last.current = text
    if (text.trim() === '') put(null)
    else if (parsed !== undefined) put(parsed)
  }
  return (
    <>
      <TextBox
        names={{ ...names, 'aria-invalid': isWrong }}
        input="decimal"
        placeholder={unit}
        value={shown}
        onText={read}
        onEnter={onEnter}
        onLeave={() => setUnderWay(false)}
      />
      {isWrong && (
        <p role="alert">
          “{unread}” is not a number.{held !== null && ' The last number is kept.'}
        </p>
      )}
    </>
  )
}
