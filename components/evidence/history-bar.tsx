import { memo } from 'react'
import { Button } from '#components/ui/button.tsx'
import { useEvidenceDesk } from './evidence-desk.ts'
import styles from './history-bar.module.css'

/** The way from the draft to the deal's history. */
export const HistoryBar = memo(function HistoryBar() {
  const desk = useEvidenceDesk()
  if (!desk) return null
  return (
    <div className={styles['bar']}>
      <p>
        Back your answers with what was said and written.
        {desk.added > 0 && ` ${desk.added} added from elsewhere.`}
      </p>
      <Button icon="clock" onClick={() => desk.open(null)}>
        History and evidence
      </Button>
    </div>
  )
})
