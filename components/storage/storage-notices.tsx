import { Button } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'

interface StorageNoticesProps {
  readonly state: {
    readonly mode: 'usual' | 'read-only' | 'reserve'
    /** Why it is not as usual, in the browser’s words. */
    readonly because: string
    readonly restored: readonly string[]
    readonly lost: number
    readonly held: readonly { readonly why: 'other-org' | 'other-user'; readonly host: string }[]
  }
  readonly onRead: () => void
  readonly onTryAgain: () => void
}

/** What the user has to know of this computer's storage; nothing while all is as usual. */
export function StorageNotices({ state, onRead, onTryAgain }: StorageNoticesProps) {
  const { mode, because, restored, lost, held } = state
  return (
    <>
      {mode === 'read-only' && <Newer />}
      {mode === 'reserve' && <Reserve {...{ because, onTryAgain }} />}
      {restored.length + lost > 0 && <Restored {...{ restored, lost, onRead }} />}
      {held.length > 0 && <Held held={held} />}
    </>
  )
}

function Newer() {
  return (
    <Notice tone="warning" title="A newer version of Segue was used here">
      <p>
        Its drafts can be read and copied. Nothing is changed or deleted until Segue is updated
        again.
      </p>
    </Notice>
  )
}

interface ReserveProps extends Pick<StorageNoticesProps, 'onTryAgain'> {
  readonly because: string
}

function Reserve({ because, onTryAgain }: ReserveProps) {
  return (
    <Notice
      tone="warning"
      title="Segue works from its reserve copies"
      actions={<Button onClick={onTryAgain}>Try the database again</Button>}
    >
      <p>
        The browser cannot open Segue’s database.{' '}
        {/full disk|quota/i.test(because)
          ? 'This computer has no room left: your drafts are all here, but until you have made room, only that is kept of which it says “Saved on this computer”.'
          : 'Your drafts are all here, and what you write goes on being saved on this computer. Restarting the browser mostly helps.'}
      </p>
    </Notice>
  )
}

/** So many deals are named: more would push away what the user came for. */
const NAMED = 5

function Restored({
  restored,
  lost,
  onRead,
}: Pick<StorageNoticesProps['state'], 'restored' | 'lost'> & Pick<StorageNoticesProps, 'onRead'>) {
  return (
    <Notice
      tone="calm"
      title="Restored from the reserve copy"
      actions={<Button onClick={onRead}>OK</Button>}
    >
      <p>
        The browser had lost a part of Segue’s database.
        {restored.length > 0 && ' What you wrote is back as it was last saved:'}
      </p>
      {restored.length > 0 && (
        <ul>
          {restored.slice(0, NAMED).map((name) => (
            <li key={name} dir="auto">
              {name}
            </li>
          ))}
          {restored.length > NAMED && <li>and {restored.length - NAMED} more</li>}
        </ul>
      )}
      {lost > 0 && (
        <p>
          {lost === 1 ? 'One draft was' : `${lost} drafts were`} damaged in the reserve copy too and
          could not be brought back.
        </p>
      )}
    </Notice>
  )
}

const reasons = {
  'other-org': 'was made in another org, or before this sandbox was refreshed',
  'other-user': 'was made by another user of this browser',
} as const

function Held({ held }: Pick<StorageNoticesProps['state'], 'held'>) {
  const [first] = held
  if (!first) return null
  const isOne = held.length === 1
  return (
    <Notice
      tone="calm"
      title={isOne ? 'One handoff waits to be sent' : `${held.length} handoffs wait to be sent`}
    >
      <p>
        {isOne ? `It ${reasons[first.why]}` : `The first ${reasons[first.why]}`} ({first.host}). It
        is only ever sent there and under that name: sign in as that user to send it, or forget it
        in the settings under “Privacy”.
      </p>
    </Notice>
  )
}
