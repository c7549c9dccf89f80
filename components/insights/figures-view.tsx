import type { ReactNode } from 'react'
import { Button } from '#components/ui/button.tsx'
import { ChoiceBox } from '#components/ui/choice-box.tsx'
import { Field } from '#components/ui/field.tsx'
import type { Formats } from '#components/ui/formats.ts'
import type { Reading } from '#lib/metrics/report.ts'
import { type Bar, Bars } from './bars.tsx'
import { ReadingTile } from './reading-tile.tsx'
import styles from './figures.module.css'

/** A picture below the figures. */
export interface Picture {
  readonly title: string
  readonly counted: string
  readonly none: string
  readonly bars: readonly Bar[]
  /** How far the scale goes at least. */
  readonly end?: number
}

interface FiguresViewProps {
  readonly notice: ReactNode
  readonly controls: ReactNode
  readonly readings: readonly Reading[]
  readonly pictures: readonly Picture[]
  readonly formats: Formats
  /** The key of the figure whose handoffs are shown. */
  readonly chosen: string | null
  readonly onChoose: (key: string) => void
  readonly behind: ReactNode
  /** What the figures say should change. */
  readonly suggestions: ReactNode
  readonly onCsv: () => void
  readonly onMarkdown: () => void
}

/** The figures of a period as pictures, with the handoffs behind the one that was chosen. */
export function FiguresView(props: FiguresViewProps) {
  const { notice, controls, readings, pictures, formats, chosen, onChoose } = props
  return (
    <div className={styles['figures']} data-scrolls>
      {notice}
      <div className={styles['controls']}>
        {controls}
        <div className={styles['exports']}>
          <Button onClick={props.onMarkdown}>Save the report</Button>
          <Button onClick={props.onCsv}>Save as CSV</Button>
        </div>
      </div>
      <section aria-label="Figures" className={styles['tiles']}>
        {readings.map((reading) => (
          <ReadingTile
            key={reading.key}
            reading={reading}
            formats={formats}
            isChosen={reading.key === chosen}
            onChoose={() => onChoose(reading.key)}
          />
        ))}
      </section>
      {props.behind}
      <div className={styles['pictures']}>
        {pictures.map((picture) => (
          <Bars key={picture.title} {...picture} />
        ))}
      </div>
      {props.suggestions}
    </div>
  )
}

interface PickFieldProps {
  readonly label: string
  readonly value: string
  readonly choices: readonly { readonly value: string; readonly label: string }[]
  readonly onPick: (value: string) => void
}

/** One of the choices above the figures. */
export function PickField({ label, value, choices, onPick }: PickFieldProps) {
  return (
    <Field label={label}>
      {(names) => (
        <ChoiceBox names={names} choices={[...choices]} value={value} onChoice={onPick} />
      )}
    </Field>
  )
}
