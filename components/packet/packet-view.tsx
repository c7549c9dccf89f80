import type { ReactNode } from 'react'
import type { Handoff } from '#lib/handoff/handoff.ts'
import type { Template } from '#lib/handoff/template.ts'
import type { Formats } from '#components/ui/formats.ts'
import { PacketSection } from './packet-section.tsx'
import { Standing } from './standing.tsx'
import styles from './packet.module.css'

interface PacketViewProps {
  readonly handoff: Handoff
  readonly template: Template | undefined
  readonly formats: Formats
  /** Milliseconds since 1970. */
  readonly now: number
  /** What the reader can do, beside the status. */
  readonly actions: ReactNode
  /** The two-minute reading, above the whole packet. */
  readonly brief: ReactNode
}

/** A handoff as it reads: its status, what can be done, the brief, then everything. */
export function PacketView({ handoff, template, formats, now, actions, brief }: PacketViewProps) {
  return (
    <article className={styles['packet']} aria-label={`Handoff ${handoff.name}`}>
      <Standing {...{ handoff, template, formats, now }} />
      {actions}
      {brief}
      {handoff.packet === null || template === undefined ? (
        <pre className={styles['summary']}>{handoff.summary}</pre>
      ) : (
        template.sections.map((section) => (
          <PacketSection
            key={section.key}
            section={section}
            answers={handoff.packet?.answers ?? {}}
          />
        ))
      )}
    </article>
  )
}
