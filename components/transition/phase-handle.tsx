import { useSetting } from '#components/handoff/setting.ts'
import { day as dayWords } from '#components/ui/formats.ts'
import { dayAfter } from '#lib/handoff/business-time.ts'
import { daysBetween } from '#lib/handoff/day.ts'
import { movePhase } from '#lib/handoff/phases.ts'
import type { Phase } from '#lib/handoff/transition.ts'
import { phaseWords } from './phase-words.ts'
import styles from './transition.module.css'

interface PhaseHandleProps {
  readonly phases: readonly Phase[]
  /** Which phase begins here. */
  readonly index: number
  readonly onPhases: (phases: readonly Phase[]) => void
}

/** Where one phase ends and the next begins: dragged on the strip, or moved with the arrow keys. */
export function PhaseHandle({ phases, index, onPhases }: PhaseHandleProps) {
  const { formats } = useSetting()
  const phase = phases[index]
  const [start, end] = [phases[0]?.from, phases.at(-1)?.until]
  if (index === 0 || !phase || start === undefined || end === undefined) return null
  return (
    <input
      type="range"
      className={styles['handle']}
      aria-label={`${phaseWords[phase.phase]} begins`}
      aria-valuetext={dayWords(phase.from, formats)}
      min={0}
      max={daysBetween(start, end)}
      value={daysBetween(start, phase.from)}
      onChange={({ target }) =>
        onPhases(movePhase(phases, index, dayAfter(start, target.valueAsNumber)))
      }
    />
  )
}
