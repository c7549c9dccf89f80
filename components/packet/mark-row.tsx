import { useId } from 'react'
import { Radio } from '#components/ui/tick-box.tsx'
import styles from './packet.module.css'

interface MarkRowProps {
  readonly label: string
  /** `1` to `5`; empty while none is chosen. */
  readonly mark: string
  readonly onMark: (mark: string) => void
}

const scale = ['1', '2', '3', '4', '5'] as const

/** One statement with a mark from 1 to 5. */
export function MarkRow({ label, mark, onMark }: MarkRowProps) {
  const group = useId()
  return (
    <fieldset className={styles['mark']}>
      <legend>{label}</legend>
      {scale.map((one) => (
        <Radio key={one} group={group} checked={mark === one} onChosen={() => onMark(one)}>
          {one}
        </Radio>
      ))}
    </fieldset>
  )
}
