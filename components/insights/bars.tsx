import { useId } from 'react'
import styles from './figures.module.css'

/** One of several things that are compared by a number. */
export interface Bar {
  readonly key: string
  readonly label: string
  readonly value: number
  /** The number in words. */
  readonly shown: string
}

interface BarsProps {
  readonly title: string
  /** What the bars count. */
  readonly counted: string
  readonly bars: readonly Bar[]
  /** Said where there is nothing to show. */
  readonly none: string
  /** How far the scale goes at least; else as far as the longest. */
  readonly end?: number
}

const most = 8

/** A table whose second column is drawn as bars: read as numbers, seen as a picture. */
export function Bars({ title, counted, bars, none, end = 0 }: BarsProps) {
  const id = useId()
  const longest = Math.max(...bars.map(({ value }) => value), end)
  return (
    <section className={styles['picture']} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {bars.length === 0 ? (
        <p className={styles['none']}>{none}</p>
      ) : (
        <table className={styles['bars']}>
          <thead className={styles['spoken']}>
            <tr>
              <th scope="col">What</th>
              <th scope="col">{counted}</th>
            </tr>
          </thead>
          <tbody>
            {bars.slice(0, most).map(({ key, label, value, shown }) => (
              <tr key={key}>
                <th scope="row">{label}</th>
                <td>
                  <meter min={0} max={longest} value={value} aria-hidden="true" />
                  {shown}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
