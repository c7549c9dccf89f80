import { useQuery } from '@tanstack/react-query'
import { type ComponentProps, useState } from 'react'
import { ask, queries } from '#components/hooks/segue.ts'
import { MappingEditor } from '#components/options/mapping-editor.tsx'
import { Card } from '#components/options/section.tsx'
import { TroubleState } from '#components/trouble/trouble-state.tsx'
import type { AnswerOf } from '#lib/messaging/requests.ts'

const key = ['mapping'] as const
type Kept = AnswerOf<'mapping.read'>

/** Which fields hold the letters of a methodology in the org at hand. */
export function Mapping() {
  const { data, refetch } = useQuery({ queryKey: key, queryFn: () => ask('mapping.read', {}) })
  const [kept, setKept] = useState<AnswerOf<'mapping.keep'> | null>(null)
  const map = async (letter: string, path: string | null) => {
    if (data?.outcome !== 'ok') return
    const mapping: Record<string, string | null> = { ...data.value.mapping, [letter]: path }
    const next: Kept = { outcome: 'ok', value: { ...data.value, mapping } }
    queries.setQueryData(key, next)
    const answer = await ask('mapping.keep', { mapping })
    setKept(answer)
    if (answer.outcome === 'trouble') await refetch()
  }
  return (
    <Card
      title="Fields of methodologies"
      intro="Salesforce has no standard fields for MEDDPICC and its relatives. Name those of your org: answers are filled in from them and written back to them."
    >
      {data === undefined && <p>Asking Salesforce…</p>}
      {data?.outcome === 'trouble' && (
        <TroubleState trouble={data.trouble} onAction={() => void refetch()} />
      )}
      {data?.outcome === 'ok' && (
        <Letters {...data.value} onMapping={(letter, path) => void map(letter, path)} />
      )}
      {kept?.outcome === 'trouble' && (
        <TroubleState trouble={kept.trouble} onAction={() => setKept(null)} />
      )}
    </Card>
  )
}

function Letters(props: ComponentProps<typeof MappingEditor>) {
  if (props.fields.length > 0) return <MappingEditor {...props} />
  return <p>Open an opportunity once, so that the fields of this org are known here.</p>
}
