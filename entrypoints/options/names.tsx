import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { ask, keys, queries } from '#components/hooks/segue.ts'
import { NamesView } from '#components/options/names-view.tsx'
import { TroubleState } from '#components/trouble/trouble-state.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { NameSettings } from '#lib/salesforce/names.ts'
import { asSpelled } from '#lib/salesforce/typed-names.ts'
import { namesQuery } from './org-queries.ts'

/** How Segue's objects are called in the org at hand. Shows nothing before there is an org. */
export function Names() {
  const { data } = useQuery(namesQuery)
  const [outcome, setOutcome] = useState<ReactNode>(null)
  const [isSaving, setSaving] = useState(false)
  if (data?.outcome !== 'ok') return null
  const { host, ...rule } = data.value
  const name = async (names: NameSettings | null) => {
    setSaving(true)
    setOutcome(await take(names, () => setOutcome(null)))
    await queries.invalidateQueries({ queryKey: keys.names })
    setSaving(false)
  }
  return (
    <NamesView
      key={JSON.stringify(rule)}
      {...{ rule, host, isSaving, outcome }}
      onNames={(names) => void name(names)}
    />
  )
}

async function take(names: NameSettings | null, onRead: () => void): Promise<ReactNode> {
  const named = await ask('install.name', { names })
  if (named.outcome === 'trouble') return <TroubleState trouble={named.trouble} onAction={onRead} />
  const { underway } = named.value
  if (underway > 0) return <Underway count={underway} />
  const facts = await ask('doctor.read', {})
  if (names && facts.outcome === 'ok') {
    const spelled = asSpelled(names, facts.value.shapes)
    if (JSON.stringify(spelled) !== JSON.stringify(names)) return take(spelled, onRead)
  }
  queries.setQueryData(keys.doctor, facts)
  return (
    <Notice
      tone="good"
      title="From now on these names count. The health above says whether they are there."
    />
  )
}

function Underway({ count }: { readonly count: number }) {
  return (
    <Notice tone="warning" title="The names stay as they are for now">
      <p>
        {count === 1
          ? 'It is not known yet whether one step has arrived in Salesforce'
          : `It is not known yet whether ${count} steps have arrived in Salesforce`}
        , and it can only be looked for under the names it was sent to. Nothing is lost; try again
        when it is settled.
      </p>
    </Notice>
  )
}
