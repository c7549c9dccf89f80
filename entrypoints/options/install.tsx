import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ask, keys } from '#components/hooks/segue.ts'
import { AssignView } from '#components/options/assign-view.tsx'
import { DeploymentView } from '#components/options/deployment-view.tsx'
import { InstallView } from '#components/options/install-view.tsx'
import { Section } from '#components/options/section.tsx'
import { TroubleState } from '#components/trouble/trouble-state.tsx'
import type { Trouble } from '#lib/messaging/trouble.ts'
import { takenIn } from '#lib/salesforce/installation.ts'
import { type NameSettings, namesIn } from '#lib/salesforce/names.ts'
import { doctorQuery, namesQuery } from './org-queries.ts'

type Mode = 'try' | 'deploy'

/** Setting the org up from here, for those who may. */
export function Install() {
  const names = useQuery(namesQuery)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  if (names.data === undefined) return <p>Asking Salesforce…</p>
  if (names.data.outcome === 'trouble')
    return <TroubleState trouble={names.data.trouble} onAction={() => void names.refetch()} />
  return (
    <Section title="Install in this org" intro="For Salesforce admins.">
      <Package {...names.data.value} />
      <AssignView
        onSearch={async (text) => valueOr(await ask('install.people', { text }), setTrouble)}
        onAssign={async (set, userIds) =>
          valueOr(await ask('install.assign', { set, userIds: [...userIds] }), setTrouble) ?? []
        }
      />
      {trouble && <TroubleState trouble={trouble} onAction={() => setTrouble(null)} />}
    </Section>
  )
}

interface Running {
  readonly id: string
  readonly mode: Mode
}

function Package({ host, names }: { readonly host: string; readonly names: NameSettings }) {
  const doctor = useQuery(doctorQuery)
  const taken = doctor.data?.outcome === 'ok' ? takenIn(doctor.data.value, namesIn(names)) : null
  const [running, setRunning] = useState<Running | null>(null)
  const [refused, setRefused] = useState<Trouble | null>(null)
  const { known, trouble, isDone } = useProgress(running)
  const stopped = refused ?? trouble
  const begin = async (mode: Mode) => {
    setRefused(null)
    setRunning(null)
    const begun = await ask('install.begin', { mode })
    if (begun.outcome === 'trouble') return setRefused(begun.trouble)
    setRunning({ id: begun.value.id, mode })
  }
  const isTrial = running?.mode === 'try'
  const isUnderway = running !== null && !isDone && stopped === null
  const outcome = (
    <>
      {stopped && <TroubleState trouble={stopped} onAction={() => setRefused(null)} />}
      {known && <DeploymentView deployment={known} isTrial={isTrial} />}
    </>
  )
  return (
    <InstallView
      {...{ host, names, taken, outcome }}
      isRunning={isUnderway}
      onTry={() => void begin('try')}
      onDeploy={() => void begin('deploy')}
    />
  )
}

const SECOND = 1000

/** Asks every two seconds until the deployment is done. */
function useProgress(running: Running | null) {
  const id = running === null ? null : running.id
  const { data } = useQuery({
    queryKey: keys.deployment(id ?? ''),
    queryFn: () => ask('install.read', { id: id ?? '' }),
    enabled: id !== null,
    refetchInterval: ({ state }) =>
      state.data?.outcome === 'ok' && !state.data.value.isDone ? 2 * SECOND : false,
  })
  return {
    known: data?.outcome === 'ok' ? data.value : null,
    isDone: data?.outcome === 'ok' && data.value.isDone,
    trouble: data?.outcome === 'trouble' ? data.trouble : null,
  }
}

type Answered<Item> =
  | { readonly outcome: 'ok'; readonly value: readonly Item[] }
  | { readonly outcome: 'trouble'; readonly trouble: Trouble }

function valueOr<Item>(
  answer: Answered<Item>,
  onTrouble: (trouble: Trouble) => void,
): readonly Item[] | null {
  if (answer.outcome === 'ok') return answer.value
  onTrouble(answer.trouble)
  return null
}
