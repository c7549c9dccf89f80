import type { ComponentProps } from 'react'
import { useSetting } from '#components/handoff/setting.ts'
import { Name } from '#components/ui/name.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { isOutOfSight } from '#lib/handoff/out-of-sight.ts'
import type { Context } from '#lib/salesforce/context.ts'
import { Choosing } from './choosing.tsx'

export { MigratedNotice } from '#components/handoff/migrated-notice.tsx'

export { UndoChange } from './choosing.tsx'

interface ToldLaterProps extends ComponentProps<typeof Choosing> {
  readonly context: Context
}

/** What is told of a new draft once it is drawn: that the deal has a handoff out of sight, and which template fits. */
export function ToldLater({ context, ...choosing }: ToldLaterProps) {
  const isNew = choosing.draft.handoffId === null
  return (
    <>
      {isNew && isOutOfSight(context.deal, context.handoffs) && <OutOfSight />}
      <Choosing {...choosing} />
    </>
  )
}

function OutOfSight() {
  const { me, deal } = useSetting()
  const { owner } = deal
  return (
    <Notice tone="warning" title="This deal is being handed over already">
      <p>
        The opportunity says so. You do not see its handoff: it is not shared with you, was deleted,
        or is of a deal that this one was cloned from. Ask{' '}
        {owner.userId === me.userId ? (
          'your manager or Salesforce admin'
        ) : (
          <Name>{owner.name}</Name>
        )}{' '}
        before you send another one.
      </p>
    </Notice>
  )
}
