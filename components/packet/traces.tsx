import { Button } from '#components/ui/button.tsx'
import { EffectButton } from '#components/ui/effect-button.tsx'
import { Spoken } from '#components/ui/spoken.tsx'
import { moves } from '#lib/handoff/lifecycle.ts'
import type { Template } from '#lib/handoff/template.ts'
import { type Trace, tracesIn } from '#lib/handoff/trace.ts'
import { harmLabel, traceWords } from '#lib/handoff/trace-words.ts'
import { useDesk, useReopened } from './desk.ts'
import { TraceBox, useIsTracing } from './trace-box.tsx'
import discussion from './discussion.module.css'
import styles from './packet.module.css'

interface TracesProps {
  readonly template: Template | undefined
}

/** What the deal suffered because of this handoff, as either side or the manager says. */
export function Traces({ template }: TracesProps) {
  const { handoff, role } = useDesk()
  const [isAdding, setAdding] = useReopened(useIsTracing() || null)
  const traces = tracesIn(handoff.events)
  const may = role !== null && moves(handoff, role).includes('trace')
  if (traces.length === 0 && !may) return null
  return (
    <section className={styles['section']} aria-label="Trouble because of the handoff">
      <div className={styles['head']}>
        <h2>Trouble because of the handoff</h2>
        {may && !isAdding && (
          <Button look="link" icon="add" onClick={() => setAdding(true)}>
            Report it
          </Button>
        )}
      </div>
      {may && isAdding && <TraceBox template={template} onClose={() => setAdding(null)} />}
      {traces.length > 0 && (
        <ul className={discussion['thread']}>
          {traces.map((trace) => (
            <Traced key={trace.harm} trace={trace} may={may} />
          ))}
        </ul>
      )}
    </section>
  )
}

function Traced({ trace, may }: { readonly trace: Trace; readonly may: boolean }) {
  const { isBusy, acts } = useDesk()
  const { harm, words = '' } = trace
  return (
    <li>
      <p dir="auto">{traceWords(trace)}</p>
      {words !== '' && (
        <p dir="auto" className={discussion['words']}>
          “{words}”
        </p>
      )}
      {may && (
        <div className={discussion['row']}>
          <EffectButton
            disabled={isBusy}
            onPress={() => void acts.trace({ harm, cause: 'none', about: '', words: '' })}
          >
            It was not the handoff<Spoken>: {harmLabel(harm)}</Spoken>
          </EffectButton>
        </div>
      )}
    </li>
  )
}
