import { useMemo, useState } from 'react'
import { openHandoff } from '#components/hooks/open-record.ts'
import { useAllTemplates } from '#components/hooks/use-template.ts'
import { calendarFor } from '#components/inbox/clock-words.ts'
import { Behind } from '#components/insights/behind.tsx'
import { FiguresView, PickField } from '#components/insights/figures-view.tsx'
import { laterPictures } from '#components/insights/later-pictures.ts'
import { picturesOf } from '#components/insights/pictures.ts'
import { SuggestionsView } from '#components/insights/suggestions-view.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { Formats } from '#components/ui/formats.ts'
import { dayIn } from '#lib/handoff/day.ts'
import type { Template } from '#lib/handoff/template.ts'
import type { Overview } from '#lib/messaging/overview-requests.ts'
import { withAftermath } from '#lib/metrics/aftermath.ts'
import { type Grouping, groupings } from '#lib/metrics/groups.ts'
import { improvementColumns, improvementLines } from '#lib/metrics/improvements.ts'
import { withMoments } from '#lib/metrics/moments.ts'
import { handoffsCsv, type Period, readings, submittedIn } from '#lib/metrics/report.ts'
import { withStages } from '#lib/metrics/stage-moves.ts'
import { withSteps } from '#lib/metrics/steps.ts'
import { suggestedFor } from '#lib/metrics/suggestions.ts'
import { reviewMarkdown } from '#lib/metrics/review.ts'
import { saveAsFile } from '../options/save-as-file.ts'

interface FiguresTabProps {
  readonly overview: Overview
  readonly chosenDays: number
  /** As far back as has been read, until all that was chosen is there. */
  readonly days: number
  readonly onDays: (days: number) => void
  readonly formats: Formats
}

const DAY = 24 * 60 * 60 * 1000

const periods = [
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '365', label: 'A year' },
]

const groupWords: Readonly<Record<Grouping, string>> = {
  kind: 'Kind',
  variant: 'Variant',
  sender: 'Sender',
  recipient: 'Recipient',
}

const isGrouping = (key: string): key is Grouping => key in groupWords

/** The figures of a period, held against the period before. */
export function FiguresTab({ overview, chosenDays, days, onDays, formats }: FiguresTabProps) {
  const [grouping, setGrouping] = useState<Grouping>('sender')
  const [chosen, setChosen] = useState<string | null>(null)
  const templates = useAllTemplates()
  const { events, stages, readAt: now } = overview
  const found = useFigures({ overview, days, formats })
  const { items, within, period, figures } = found
  const suggested = useMemo(
    () => suggestedFor(templates, within, events),
    [templates, within, events],
  )
  const pictures = useMemo(
    () => [
      ...picturesOf({ items: within, events, stages, now, templates, grouping, formats }),
      ...laterPictures({ within, all: items, period, grouping, formats }),
    ],
    [within, items, period, events, stages, now, templates, grouping, formats],
  )
  const reading = figures.find(({ key }) => key === chosen)
  return (
    <FiguresView
      notice={overview.isCut && <CutNotice />}
      suggestions={<SuggestionsView {...{ suggested, formats }} />}
      readings={figures}
      {...{ pictures, formats, chosen }}
      onChoose={(key) => setChosen(key === chosen ? null : key)}
      behind={
        reading && (
          <Behind
            title={`Behind “${reading.label}”`}
            about={aboutOf(reading.behind.length, reading.count)}
            items={reading.behind.flatMap((id) => within.find((item) => item.id === id) ?? [])}
            formats={formats}
            onOpen={(item) => void openHandoff(item)}
          />
        )
      }
      controls={
        <>
          <PickField
            label="Submitted in the last"
            value={String(chosenDays)}
            choices={periods}
            onPick={(value) => onDays(Number(value))}
          />
          <PickField
            label="Compared by"
            value={grouping}
            choices={groupings.map((value) => ({ value, label: groupWords[value] }))}
            onPick={(key) => isGrouping(key) && setGrouping(key)}
          />
        </>
      }
      {...savesOf({ found, templates, overview, formats })}
    />
  )
}

interface Saving extends Pick<FiguresTabProps, 'overview' | 'formats'> {
  readonly found: ReturnType<typeof useFigures>
  readonly templates: readonly Template[]
}

/** The period as a list, and as a review. */
function savesOf({ found, templates, overview: { events }, formats }: Saving) {
  const { items, within, period, measuring } = found
  const day = (at: string) => dayIn(measuring.calendar.timeZone, at)
  const name = `segue-${day(period.from)}-${day(period.to)}`
  return {
    onCsv: () => {
      const text = handoffsCsv(within, formats.locale, improvementColumns(events))
      saveAsFile(`${name}.csv`, text, 'text/csv')
    },
    onMarkdown: () => {
      const more = improvementLines({ handoffs: within, events, templates })
      const reviewing = { ...measuring, templates, events, more }
      saveAsFile(`${name}.md`, reviewMarkdown(items, period, reviewing), 'text/markdown')
    },
  }
}

/** What was submitted in the period, and its figures beside those of the period before. */
function useFigures({
  overview,
  days,
  formats,
}: Pick<FiguresTabProps, 'overview' | 'days' | 'formats'>) {
  const { events, stages, readAt: now } = overview
  const measuring = useMemo(() => ({ now, calendar: calendarFor(formats) }), [now, formats])
  const items = useMemo(
    () =>
      withMoments(
        withAftermath(withSteps(withStages(overview.items, stages), events), events),
        stages,
        now,
      ),
    [overview.items, stages, events, now],
  )
  const period = useMemo(() => periodOf(now, days), [now, days])
  const within = useMemo(() => submittedIn(items, period), [items, period])
  const figures = useMemo(() => {
    const before = submittedIn(items, periodOf(period.from, days))
    return readings(within, measuring, before)
  }, [items, within, period, days, measuring])
  return { items, within, period, figures, measuring }
}

function periodOf(end: string, days: number): Period {
  return { from: new Date(Date.parse(end) - days * DAY).toISOString(), to: end }
}

function aboutOf(behind: number, count: number): string {
  if (count === 0) return 'There is nothing to measure in this time.'
  if (behind === 0) return 'No handoff pulls this figure down.'
  return behind === 1
    ? 'The one that pulls it down, or was measured:'
    : `The ${behind} that pull it down, or were measured, the worst first:`
}

function CutNotice() {
  return (
    <Notice tone="warning" title="There are more handoffs than are read here">
      <p>The figures rest on the latest 4,000. A report in Salesforce counts all of them.</p>
    </Notice>
  )
}
