import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { type Formats, moment, money, percent } from '#components/ui/formats.ts'
import { Name } from '#components/ui/name.tsx'
import type { OverviewItem } from '#lib/handoff/overview-item.ts'
import { statusWords } from '#components/inbox/status-words.ts'
import styles from './figures.module.css'

interface BehindProps {
  readonly title: string
  readonly about: ReactNode
  readonly items: readonly OverviewItem[]
  readonly formats: Formats
  readonly onOpen: (item: OverviewItem) => void
}

const PAGE = 25

/** The handoffs behind a figure, a page at a time. */
export function Behind({ title, about, items, formats, onOpen }: BehindProps) {
  const [shown, setShown] = useState(PAGE)
  const rows = useRef<HTMLTableSectionElement>(null)
  // The button that shows the last of them goes with that: its focus goes on to the first of those.
  useEffect(() => {
    if (shown === PAGE || document.activeElement !== document.body) return
    rows.current?.querySelectorAll('button')[shown - PAGE]?.focus()
  }, [shown])
  return (
    <section className={styles['behind']} aria-label={title}>
      <h2>{title}</h2>
      <p className={styles['none']}>{about}</p>
      {items.length > 0 && (
        <div className={styles['wide']}>
          <table>
            <thead>
              <tr>
                <th scope="col">Handoff</th>
                <th scope="col">From, to</th>
                <th scope="col">Amount</th>
                <th scope="col">Status</th>
                <th scope="col">Complete</th>
                <th scope="col">Submitted</th>
              </tr>
            </thead>
            <tbody ref={rows}>
              {items.slice(0, shown).map((item) => (
                <Row key={item.id} {...{ item, formats, onOpen }} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {items.length > shown && (
        <div>
          <Button onClick={() => setShown(shown + PAGE)}>
            Show {Math.min(PAGE, items.length - shown)} more of {items.length}
          </Button>
        </div>
      )}
    </section>
  )
}

function OpenButton({ item, onOpen }: Omit<RowProps, 'formats'>) {
  return (
    <Button look="link" onClick={() => onOpen(item)}>
      <Name>{item.opportunityName || item.accountName || item.name}</Name>
    </Button>
  )
}

interface RowProps extends Pick<BehindProps, 'formats' | 'onOpen'> {
  readonly item: OverviewItem
}

function Row({ item, formats, onOpen }: RowProps) {
  const { amount, currency, submittedAt, outgoing, incoming } = item
  return (
    <tr>
      <td>
        <OpenButton item={item} onOpen={onOpen} />
      </td>
      <td>
        <Name>{outgoing.name}</Name> → <Name>{incoming?.name ?? 'nobody yet'}</Name>
      </td>
      <td>{amount === null ? '' : money(amount, currency, formats)}</td>
      <td>{statusWords[item.status].manager}</td>
      <td>{percent(item.completeness, formats)}</td>
      <td>{submittedAt === null ? '' : moment(submittedAt, formats)}</td>
    </tr>
  )
}
