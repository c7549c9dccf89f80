import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { DoctorList } from '#components/options/doctor-list.tsx'
import styles from '#components/options/options.module.css'
import { Card } from '#components/options/section.tsx'
import { Button } from '#components/ui/button.tsx'
import type { AnswerOf } from '#lib/messaging/requests.ts'
import { type Check, checksAsText, diagnose, stopped } from '#lib/salesforce/doctor.ts'
import { namesIn } from '#lib/salesforce/names.ts'
import { doctorQuery } from './org-queries.ts'

/** What is right and wrong with the org for this user. */
export function Doctor() {
  const { data, isFetching, refetch } = useQuery(doctorQuery)
  const [isCopied, setCopied] = useState(false)
  const checks = data && checksOf(data)
  const copy = async () => {
    const heading = `Segue, ${new Date().toISOString()}`
    await navigator.clipboard.writeText(checksAsText(checks ?? [], heading))
    setCopied(true)
  }
  return (
    <Card title="Health of this org, for you">
      {checks ? <DoctorList checks={checks} /> : <p>Looking at the org…</p>}
      <div className={styles['buttons']}>
        <Button icon="refresh" disabled={isFetching} onClick={() => void refetch()}>
          Look again
        </Button>
        <Button icon="paste" disabled={!data} onClick={() => void copy()}>
          Copy for your admin
        </Button>
        <output>{isCopied ? 'Copied.' : ''}</output>
      </div>
    </Card>
  )
}

function checksOf(read: AnswerOf<'doctor.read'>): readonly Check[] {
  return read.outcome === 'ok'
    ? diagnose(read.value, namesIn(read.value.names))
    : stopped(read.trouble)
}
