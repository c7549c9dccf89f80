import control from '#components/ui/control.module.css'
import { Field } from '#components/ui/field.tsx'

interface DayFieldProps {
  readonly label: string
  readonly needed?: boolean
  /** `YYYY-MM-DD`, or empty. */
  readonly day: string
  readonly onDay: (day: string) => void
}

/** A calendar day. */
export function DayField({ label, needed = false, day, onDay }: DayFieldProps) {
  return (
    <Field label={label} needed={needed}>
      {(names) => (
        <input
          {...names}
          type="date"
          className={control['control']}
          value={day}
          onChange={(event) => onDay(event.target.value)}
        />
      )}
    </Field>
  )
}
