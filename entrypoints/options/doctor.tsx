import { useQuery } from '@tanstack/react-query'
import { keys, queries } from '#components/hooks/segue.ts'
import { useComingBack } from '#components/hooks/use-coming-back.ts'
import { DoctorList } from '#components/options/doctor-list.tsx'
import styles from '#components/options/options.module.css'
import { Card } from '#components/options/section.tsx'
import { Button } from '#components/ui/button.tsx'
import { CopyButton } from '#components/ui/copy-button.tsx'
import type { AnswerOf } from '#lib/messaging/requests.ts'
import { type Check, checksAsText, diagnose, stopped } from '#lib/salesforce/doctor.ts'
import { namesIn } from '#lib/salesforce/names.ts'
import { doctorQuery } from './org-queries.ts'

/** What is right and wrong with the org for this user. */
export function Doctor() {
  const { data, isFetching, refetch } = useQuery(doctorQuery)
  useComingBack(lookIfOld)
  const checks = data && checksOf(data)
  const text = () => checksAsText(checks ?? [], `Segue, ${new Date().toISOString()}`)
  return (
    <Card title="Health of this org, for you">
      {checks ? <DoctorList checks={checks} /> : <p>Looking at the org…</p>}
      <div className={styles['buttons']}>
        <Button icon="refresh" disabled={isFetching} onClick={() => void refetch()}>
          Look again
        </Button>
        <CopyButton text={text} disabled={!data}>
          Copy for your admin
        </CopyButton>
      </div>
    </Card>
  )
}

const MINUTE = 60_000

/** What was found a while ago may hold no longer, nor who is signed in. */
function lookIfOld(): void {
  const { dataUpdatedAt = Infinity } = queries.getQueryState(keys.doctor) ?? {}
  if (Date.now() - dataUpdatedAt >= 5 * MINUTE)
    void queries.invalidateQueries({ queryKey: keys.doctor, exact: true })
}

function checksOf(read: AnswerOf<'doctor.read'>): readonly Check[] {
  return read.outcome === 'ok'
    ? diagnose(read.value, namesIn(read.value.names))
    : stopped(read.trouble)
}
