import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'
import styles from './pill.module.css'

export type Tone = 'calm' | 'accent' | 'good' | 'warning' | 'bad'

interface PillProps {
  readonly tone?: Tone
  readonly icon?: IconName | undefined
  readonly children: ReactNode
}

/** A short state in a rounded frame. The words say it; the colour only repeats it. */
export function Pill({ tone = 'calm', icon, children }: PillProps) {
  return (
    <span className={`${styles['pill']} ${styles[tone]}`}>
      {icon && <Icon name={icon} />}
      {children}
    </span>
  )
}
