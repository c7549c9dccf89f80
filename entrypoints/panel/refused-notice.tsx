import { useEffect, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { fieldLabel } from '#lib/handoff/field-label.ts'
import { forgetRefusal, refusalOf } from './refused.ts'

interface RefusedNoticeProps {
  readonly opportunityId: string
}

/** What Salesforce said of the draft that is being mended, until it has been read or is sent again. */
export function RefusedNotice({ opportunityId }: RefusedNoticeProps) {
  const [refusal, setRefusal] = useState(() => refusalOf(opportunityId))
  useEffect(() => () => void forgetRefusal(opportunityId), [opportunityId])
  if (!refusal) return null
  const { detail, fields } = refusal
  return (
    <Notice
      tone="warning"
      title="Salesforce refused what you sent"
      actions={<Button onClick={() => setRefusal(undefined)}>I have read it</Button>}
    >
      <p>
        Salesforce says: <q dir="auto">{detail}</q>
      </p>
      {fields.length > 0 && <p>Fields: {fields.map((path) => fieldLabel(path)).join(', ')}</p>}
      <p>Nothing was written. Mend it, then submit again.</p>
    </Notice>
  )
}
