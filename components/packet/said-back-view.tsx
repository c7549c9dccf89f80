import type { TeachBackPrompt } from '#lib/handoff/teach-back.ts'
import type { SaidBack } from '#lib/handoff/said-back.ts'
import { useSetting } from '#components/handoff/setting.ts'
import { Button } from '#components/ui/button.tsx'
import { EffectButton } from '#components/ui/effect-button.tsx'
import { moment } from '#components/ui/formats.ts'
import { Name } from '#components/ui/name.tsx'
import { Pill } from '#components/ui/pill.tsx'
import { WordsField } from '#components/ui/words-field.tsx'
import { useDesk, useReopened } from './desk.ts'
import styles from './packet.module.css'

interface SaidBackViewProps {
  readonly saidBack: SaidBack
  /** What the packet says to each, for the sender to compare with. */
  readonly prompts: readonly TeachBackPrompt[]
}

/** What the recipient said back when accepting, and what the sender made of it. */
export function SaidBackView({ saidBack, prompts }: SaidBackViewProps) {
  const { role } = useDesk()
  const { by, said, verdict } = saidBack
  return (
    <section className={styles['brief']} aria-label="Said back">
      <div className={styles['head']}>
        <h2>
          <Name>{by.name}</Name> says back
        </h2>
        <Verdict saidBack={saidBack} />
      </div>
      {said.map(({ about, prompt, words }) => (
        <div key={about} className={styles['said']}>
          <h3>{prompt}</h3>
          <p dir="auto">{words}</p>
          {role === 'outgoing' && verdict === null && (
            <Expected lines={prompts.find((one) => one.about === about)?.expected ?? []} />
          )}
          <Correction saidBack={saidBack} about={about} />
        </div>
      ))}
      {role === 'outgoing' && verdict === null && <Judging saidBack={saidBack} />}
    </section>
  )
}

function Verdict({ saidBack: { verdict } }: Pick<SaidBackViewProps, 'saidBack'>) {
  const { formats } = useSetting()
  if (verdict === null) return <Pill tone="warning">Not confirmed yet</Pill>
  const { corrections, at } = verdict
  return (
    <Pill tone={corrections.length === 0 ? 'good' : 'accent'}>
      {corrections.length === 0 ? 'Confirmed' : 'Set right'} {moment(at, formats)}
    </Pill>
  )
}

function Expected({ lines }: { readonly lines: TeachBackPrompt['expected'] }) {
  if (lines.length === 0) return null
  return (
    <details>
      <summary>What the handoff says</summary>
      <ul>
        {lines.map(({ text, question, row }) => (
          <li key={`${question} ${row ?? text}`} dir="auto">
            {text}
          </li>
        ))}
      </ul>
    </details>
  )
}

type About = SaidBack['said'][number]['about']

function Correction({ saidBack, about }: { saidBack: SaidBack; about: About }) {
  const words = saidBack.verdict?.corrections.find((one) => one.about === about)?.words
  if (words === undefined) return null
  return (
    <blockquote dir="auto">
      <Name>{saidBack.verdict?.by.name ?? ''}</Name>: {words}
    </blockquote>
  )
}

/** The sender confirms what was said back, or sets it right, subject by subject. */
function Judging({ saidBack }: Pick<SaidBackViewProps, 'saidBack'>) {
  const { isBusy, acts, typed, type } = useDesk()
  const corrections = saidBack.said
    .map(({ about }) => ({ about, words: (typed[`right:${about}`] ?? '').trim() }))
    .filter(({ words }) => words !== '')
  const [isCorrecting, setCorrecting] = useReopened(corrections.length > 0 || null)
  const judge = async (judged: typeof corrections) => {
    if (!(await acts.judge(judged))) return
    for (const { about } of corrections) type(`right:${about}`, '')
  }
  if (!isCorrecting)
    return (
      <div className={styles['actions']}>
        <EffectButton look="main" disabled={isBusy} onPress={() => void judge([])}>
          Confirm
        </EffectButton>
        <Button onClick={() => setCorrecting(true)}>Set right…</Button>
      </div>
    )
  return (
    <>
      {saidBack.said.map(({ about, prompt }) => (
        <WordsField
          key={about}
          label={`What is right: ${prompt}`}
          hint="Leave it empty where it is right."
          value={typed[`right:${about}`] ?? ''}
          onText={(text) => type(`right:${about}`, text)}
        />
      ))}
      <div className={styles['actions']}>
        <EffectButton
          look="main"
          disabled={isBusy || corrections.length === 0}
          onPress={() => void judge(corrections)}
        >
          Send what is right
        </EffectButton>
        <Button onClick={() => setCorrecting(null)}>Back</Button>
      </div>
    </>
  )
}
