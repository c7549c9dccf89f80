import { type KeyboardEvent, useLayoutEffect, useReducer, useRef, useState } from 'react'
import control from './control.module.css'
import type { ControlNames } from './text-box.tsx'

interface DayBoxProps {
  readonly names?: ControlNames
  /** `YYYY-MM-DD`, or empty. */
  readonly value: string
  readonly onDay: (day: string) => void
  readonly onKeyDown?: (event: KeyboardEvent) => void
}

/** Whether somebody is still typing: a part is missing, or the year has not all its digits. */
const isUnderWay = ({ value, validity }: HTMLInputElement) =>
  value === '' ? validity.badInput : value < '1900'

/**
 * A box for a calendar day that the browser keeps: to write into it while somebody types would make the browser
 * forget the digits typed so far, and the next digit would begin another number.
 */
export function DayBox({ names, value, onDay, onKeyDown }: DayBoxProps) {
  const box = useRef<HTMLInputElement>(null)
  const told = useRef(value)
  const isHeldBack = useRef(false)
  const [begins] = useState(value)
  const [, drawAgain] = useReducer((times: number) => times + 1, 0)
  useLayoutEffect(() => {
    const shown = box.current
    const mayReplace = shown !== document.activeElement || shown?.value === told.current
    if (shown && shown.value !== value && mayReplace) shown.value = value
    told.current = value
  })
  return (
    <input
      {...names}
      ref={box}
      type="date"
      // Otherwise the year takes six digits, and the box does not go on after the fourth.
      max="9999-12-31"
      className={control['control']}
      defaultValue={begins}
      onChange={({ target }) => {
        isHeldBack.current = isUnderWay(target)
        if (!isHeldBack.current) onDay(target.value)
      }}
      onBlur={({ target }) => {
        if (isHeldBack.current) onDay(target.value)
        isHeldBack.current = false
        // What nobody took does not stay in the box.
        drawAgain()
      }}
      onKeyDown={onKeyDown}
    />
  )
}
