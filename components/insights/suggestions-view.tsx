import { useId } from 'react'
import { type Formats, number, percent } from '#components/ui/formats.ts'
import { enoughHandoffs, type Suggested, suggestionWords } from '#lib/metrics/suggestions.ts'
import styles from './figures.module.css'

interface SuggestionsViewProps {
  /** The templates that enough handoffs follow. */
  readonly suggested: readonly Suggested[]
  readonly formats: Formats
}

/** What the figures say should change about each template, with the figure behind it. */
export function SuggestionsView({ suggested, formats }: SuggestionsViewProps) {
  const id = useId()
  return (
    <section className={styles['picture']} aria-labelledby={id}>
      <h2 id={id}>Suggestions for the templates</h2>
      {suggested.length === 0 && (
        <p className={styles['none']}>
          A template is looked at from {number(enoughHandoffs, formats)} handoffs on. None has that
          many in this time.
        </p>
      )}
      {suggested.map((one) => (
        <OfTemplate key={one.template.key} {...one} formats={formats} />
      ))}
    </section>
  )
}

function OfTemplate({
  template,
  handoffs,
  suggestions,
  formats,
}: Suggested & Pick<SuggestionsViewProps, 'formats'>) {
  const count = (value: number) => number(value, formats)
  const writing = { share: (share: number) => percent(share, formats), count }
  return (
    <>
      <h3>{template.name}</h3>
      {suggestions.length === 0 ? (
        <p className={styles['none']}>Nothing in {count(handoffs)} handoffs speaks for a change.</p>
      ) : (
        <ul className={styles['suggestions']}>
          {suggestions.map((one) => {
            const { change, because } = suggestionWords(one, writing)
            return (
              <li key={`${one.change} ${one.about}`}>
                {change} <span>{because}</span>
              </li>
            )
          })}
        </ul>
      )}
    </>
  )
}
