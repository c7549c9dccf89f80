import { useEffect, useRef } from 'react'
import { Button } from '#components/ui/button.tsx'
import { CopyButton } from '#components/ui/copy-button.tsx'
import { Name } from '#components/ui/name.tsx'
import {
  leftOut,
  talkAsMarkdown,
  talkAsText,
  type TalkPage,
  type TalkPart,
} from '#lib/handoff/interview-page.ts'
import styles from './leaving.module.css'

interface TalkViewProps {
  readonly page: TalkPage
  readonly onPrint: () => void
  readonly onBack: () => void
}

/** The script of a talk, to read from, to print, and to take along. */
export function TalkView({ page, onPrint, onBack }: TalkViewProps) {
  const title = useRef<HTMLHeadingElement>(null)
  // What led here has gone.
  useEffect(() => title.current?.focus(), [])
  return (
    <article className={styles['book']} aria-label="Interview script">
      <header className={styles['head']}>
        <h2 ref={title} tabIndex={-1}>
          <Name>{page.title}</Name>
        </h2>
        <Button look="link" onClick={onBack}>
          Back to the deals
        </Button>
      </header>
      <div className={styles['scroll']} data-scrolls>
        <ul aria-label="What Salesforce says" className={styles['lines']}>
          {page.deals.map(({ opportunityId, name, line }) => (
            <li key={opportunityId}>
              <Name>{name}</Name>: <Name dir="ltr">{line}</Name>
            </li>
          ))}
          {page.more > 0 && <li>{leftOut(page)}</li>}
        </ul>
        <ol className={styles['parts']}>
          {page.parts.map((part) => (
            <Part key={part.time} part={part} />
          ))}
        </ol>
        <footer className={`${styles['foot']} ${styles['taken']}`}>
          <div className={styles['ways']}>
            <CopyButton text={() => talkAsText(page)}>Copy as text</CopyButton>
            <CopyButton text={() => talkAsMarkdown(page)}>Copy as Markdown</CopyButton>
            <Button look="main" onClick={onPrint}>
              Print
            </Button>
          </div>
        </footer>
      </div>
    </article>
  )
}

function Part({ part: { time, title, asks } }: { readonly part: TalkPart }) {
  return (
    <li className={styles['part']}>
      <span className={styles['time']}>{time}</span>
      <div>
        <h3>
          <Name>{title}</Name>
        </h3>
        <ul>
          {asks.map(({ key, deal, ask, help }) => (
            <li key={key}>
              {deal !== '' && (
                <>
                  <Name>{deal}</Name>:{' '}
                </>
              )}
              <Name>{ask}</Name>
              {help !== '' && (
                <p className={styles['quiet']}>
                  <Name>{help}</Name>
                </p>
              )}
            </li>
          ))}
        </ul>
      </div>
    </li>
  )
}
