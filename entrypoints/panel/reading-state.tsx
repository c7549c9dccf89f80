import { useSetting } from '#components/handoff/setting.ts'
import type { HistoryOnHand } from '#components/hooks/use-history.ts'
import { Button } from '#components/ui/button.tsx'
import { ago } from '#components/ui/formats.ts'

interface ReadingStateProps {
  readonly history: HistoryOnHand
}

/** How far reading the history has come, and the way to more or newer. */
export function ReadingState({ history }: ReadingStateProps) {
  const { formats, now } = useSetting()
  const { pages, isReading, hasMore, readMore, readAgain } = history
  const [newest] = pages
  if (isReading) return <span>Reading from Salesforce…</span>
  if (!newest) return null
  return (
    <>
      {hasMore && (
        <Button look="link" onClick={readMore}>
          Read older ones too
        </Button>
      )}
      <Button look="link" icon="refresh" onClick={readAgain}>
        {`Read ${ago(newest.readAt, Date.parse(now()), formats)}`}
      </Button>
    </>
  )
}
