import { useEffect, useRef, useState } from 'react'
import { ask } from '#components/hooks/segue.ts'
import type { TemplateRow } from '#components/options/template-list.tsx'
import { type TrialState, TrialView } from '#components/options/trial-view.tsx'
import { hurdlesOf } from '#lib/handoff/trial.ts'
import type { Trouble } from '#lib/messaging/trouble.ts'

const begin: TrialState = {
  at: 'start',
  deals: null,
  tried: [],
  unread: 0,
  origin: '',
  trouble: null,
}

interface TrialProps {
  readonly template: TemplateRow
  readonly onClose: () => void
}

/** Tries a template on past deals, one after the other. What was found stays while the sheet is open. */
export function Trial({ template, onClose }: TrialProps) {
  const [trial, setTrial] = useState(begin)
  const reading = useRef<AbortController | null>(null)
  useEffect(() => () => reading.current?.abort(), [])
  const read = async () => {
    const { signal } = (reading.current = new AbortController())
    for await (const state of reads(template, trial.at === 'end' ? begin : trial)) {
      if (signal.aborted) return
      setTrial(state)
    }
  }
  return (
    <TrialView
      {...{ template, trial, onClose }}
      onRead={() => void read()}
      onStop={() => {
        reading.current?.abort()
        setTrial({ ...trial, at: 'stopped' })
      }}
    />
  )
}

/** What only this one deal has met; everything else would stop the next one too. */
const ofOneDeal: ReadonlySet<Trouble['kind']> = new Set(['record-gone', 'no-permission', 'locked'])

/** Reads on from where it was stopped. */
async function* reads(
  { key, version }: TemplateRow,
  from: TrialState,
): AsyncGenerator<TrialState, void> {
  let state: TrialState = { ...from, at: 'reading', trouble: null }
  yield state
  const template = await ask('template.read', { key, version })
  if (!state.deals) {
    const found = await ask('template.deals', {})
    if (found.outcome === 'trouble') return yield stopped(state, found.trouble)
    yield (state = { ...state, ...found.value })
  }
  for (const deal of state.deals?.slice(state.tried.length + state.unread) ?? []) {
    const { opportunityId } = deal
    const met = await ask('template.try', { key, version, opportunityId })
    if (met.outcome === 'ok') {
      const hurdles = template ? hurdlesOf(template, met.value) : []
      state = { ...state, tried: [...state.tried, { ...deal, hurdles }] }
    } else if (ofOneDeal.has(met.trouble.kind)) state = { ...state, unread: state.unread + 1 }
    else return yield stopped(state, met.trouble)
    yield state
  }
  yield { ...state, at: 'end' }
}

function stopped(state: TrialState, trouble: Trouble): TrialState {
  return { ...state, at: 'stopped', trouble }
}
