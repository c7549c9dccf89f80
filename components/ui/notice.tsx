import { type ReactNode, useEffect, useRef } from 'react'
import { controls } from './controls.ts'
import { Icon, type IconName } from './icon.tsx'
import styles from './notice.module.css'

interface NoticeProps {
  readonly tone: 'calm' | 'good' | 'warning' | 'bad'
  readonly title: string
  readonly children?: ReactNode
  /** Buttons; one is best. */
  readonly actions?: ReactNode
  /** Fills the surface, for a state in which there is nothing else to show. */
  readonly whole?: boolean | undefined
}

const icons = {
  calm: 'help',
  good: 'check',
  warning: 'alert',
  bad: 'block',
} as const satisfies Record<NoticeProps['tone'], IconName>

/** What happened, what was kept, and the one thing to do next. Spoken when it appears. */
export function Notice(props: NoticeProps) {
  if (!props.whole) return <Words {...props} />
  return <Whole {...props} />
}

/** In the place of everything: when what had the focus has gone, and it is still here, it goes to what can be done. */
function Whole(props: NoticeProps) {
  const frame = useRef<HTMLElement>(null)
  useEffect(() => {
    const isLost = document.hasFocus() && document.activeElement === document.body
    if (isLost) frame.current?.querySelector<HTMLElement>(controls)?.focus()
  }, [])
  return (
    <main ref={frame}>
      <Words {...props} />
    </main>
  )
}

function Words({ tone, title, children, actions, whole }: NoticeProps) {
  const Title = whole ? 'h1' : 'p'
  return (
    <div
      className={`${styles['notice']} ${styles[tone]} ${whole ? styles['whole'] : ''}`}
      role={tone === 'bad' ? 'alert' : 'status'}
    >
      <Icon name={icons[tone]} />
      <div className={styles['words']}>
        <Title className={styles['title']}>{title}</Title>
        {children}
        {actions && <div className={styles['actions']}>{actions}</div>}
      </div>
    </div>
  )
}
