import { Card, Section } from './section.tsx'

interface StorageViewProps {
  readonly state: {
    readonly mode: 'usual' | 'read-only' | 'reserve'
    readonly because: string
    readonly room: {
      readonly used: number
      readonly allowed: number
      readonly persisted: boolean
    } | null
  }
}

const modes = {
  usual: 'Drafts and unsent handoffs are in Segue’s database, with a reserve copy beside it.',
  'read-only':
    'A newer version of Segue was used here. Drafts can be read and copied, not changed.',
  reserve: 'The browser cannot open Segue’s database. Segue works from its reserve copies.',
} as const

/** How well this computer keeps what is written: for the user, and for a report. */
export function StorageView({ state: { mode, because, room } }: StorageViewProps) {
  return (
    <Section title="Storage" intro="What is written stays on this computer until it is sent.">
      <Card title="How it is kept">
        <p>{modes[mode]}</p>
        {because !== '' && <p>For a report: {because}</p>}
      </Card>
      {room && (
        <Card title="Room on this computer">
          <p>
            {megabytes(room.used)} of {megabytes(room.allowed)} are used.{' '}
            {room.persisted
              ? 'The browser keeps it when the disk is short of room.'
              : 'The permission “unlimitedStorage” keeps the browser from throwing it away.'}
          </p>
        </Card>
      )}
    </Section>
  )
}

const MEGABYTE = 1_000_000

function megabytes(bytes: number): string {
  const format = new Intl.NumberFormat(undefined, {
    style: 'unit',
    unit: 'megabyte',
    maximumFractionDigits: bytes < 10 * MEGABYTE ? 1 : 0,
  })
  return format.format(bytes / MEGABYTE)
}
