import { Button } from '#components/ui/button.tsx'
import { useEvidenceDesk } from './evidence-desk.ts'
import styles from './history-bar.module.css'

/** The way from the draft to the deal's history. */
export function HistoryBar() {
  const desk = useEvidenceDesk()
  if (!desk) return null
  return (
    <div className={styles['bar']}>
      <p>Calls, meetings, mails, notes, transcripts and recordings, to back your answers.</p>
      <Button icon="clock" onClick={() => desk.open(null)}>
        History and evidence
      </Button>
    </div>
  )
}
