import { use } from 'react'
import { fieldLabel } from '#lib/handoff/field-label.ts'
import type { TroubleKind } from '#lib/salesforce/trouble-kind.ts'
import { explained } from '#lib/salesforce/sign-in-words.ts'
import type { Trouble } from '#lib/salesforce/trouble.ts'
import buttonStyles from '#components/ui/button.module.css'
import { Button } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { SafeLink } from '#components/ui/safe-link.tsx'
import { InTab } from './in-tab.ts'
import { type TroubleAction, wordsFor } from './troubles.ts'

/** Kinds in which nothing that is typed now is kept: their own words say so. */
const mayBeLost: ReadonlySet<TroubleKind> = new Set(['storage-full', 'storage-broken', 'updated'])

interface TroubleStateProps {
  readonly trouble: Trouble
  /** Whether words of the user are on this computer: they are, and it is said. */
  readonly kept?: boolean
  /** Fills the surface. */
  readonly whole?: boolean
  /** What the surface offers beside it: no button of its own is drawn for that. */
  readonly beside?: readonly TroubleAction[]
  readonly onAction: (action: TroubleAction) => void
}

/** A designed state for everything that can stand between the user and Salesforce. */
export function TroubleState(props: TroubleStateProps) {
  const { trouble, kept = false, whole, beside = [], onAction } = props
  const { title, sentence, action, button } = wordsFor(trouble.kind, use(InTab))
  return (
    <Notice
      tone={trouble.kind === 'offline' ? 'calm' : 'warning'}
      title={title}
      whole={whole}
      actions={
        !beside.includes(action) && (
          <Action {...{ action, button, onAction }} address={trouble.url} />
        )
      }
    >
      <p>{sentence}</p>
      <Detail trouble={trouble} />
      {trouble.fields.length > 0 && (
        <p>
          {trouble.kind === 'not-installed' ? 'Missing' : 'Fields'}:{' '}
          {trouble.fields.map((path) => fieldLabel(path)).join(', ')}
        </p>
      )}
      {kept && !mayBeLost.has(trouble.kind) && (
        <p>Everything you wrote is saved on this computer.</p>
      )}
    </Notice>
  )
}

interface ActionProps extends Pick<TroubleStateProps, 'onAction'> {
  readonly action: TroubleAction
  readonly button: string
  readonly address: string | undefined
}

/** What to do: a page to go to, or something that the surface does. */
function Action({ action, button, address, onAction }: ActionProps) {
  if (action === 'settings')
    return (
      <>
        <a
          href={`/options.html${location.search}#sign-in`}
          target="_blank"
          className={buttonStyles['button']}
        >
          {button}
        </a>
        {/* What an admin or a sign-in elsewhere has mended is seen when Salesforce is asked again. */}
        <Button onClick={() => onAction('try-again')}>Try again</Button>
      </>
    )
  if (action === 'sign-in' && address !== undefined)
    return (
      <SafeLink look="main" address={address}>
        {button}
      </SafeLink>
    )
  if (action === 'allow') {
    const allow = async () => {
      if (await letIn()) onAction('try-again')
    }
    return <Button onClick={() => void allow()}>{button}</Button>
  }
  return action !== 'none' && <Button onClick={() => onAction(action)}>{button}</Button>
}

/** Chrome asks the user while the press is being handled; where the answer is known it says so at once. */
function letIn(): Promise<boolean> {
  const { host_permissions: origins = [] } = chrome.runtime.getManifest()
  return chrome.permissions.request({ origins })
}

/** Kinds in which the detail is what Salesforce wrote; in the others it is our own. */
const inSalesforcesWords: ReadonlySet<TroubleKind> = new Set([
  'rejected',
  'no-permission',
  'locked',
  'record-gone',
  'limit-reached',
  'api-disabled',
  'api-blocked',
])

/** What is said of a trouble beyond the words for its kind, and by whom. */
export function Detail({ trouble: { kind, detail } }: Pick<TroubleStateProps, 'trouble'>) {
  if (detail === '') return null
  if (kind === 'sign-in-refused') return <p dir="auto">{explained(detail)}</p>
  if (!inSalesforcesWords.has(kind)) return <p dir="auto">{detail}</p>
  return (
    <p>
      Salesforce says: <q dir="auto">{detail}</q>
    </p>
  )
}
