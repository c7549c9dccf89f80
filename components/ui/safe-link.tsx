import type { ReactNode } from 'react'
import button from './button.module.css'
import { Icon } from './icon.tsx'

interface SafeLinkProps {
  readonly address: string
  readonly look?: 'link' | 'main'
  readonly children: ReactNode
}

/** The address when it is one a user may follow: https or mailto. Null for everything else, such as javascript. */
export function safeAddress(address: string): string | null {
  const url = URL.parse(address.trim())
  return url && (url.protocol === 'https:' || url.protocol === 'mailto:') ? url.href : null
}

/** A link to the outside in a new tab; plain text when the address is not a safe one. */
export function SafeLink({ address, look = 'link', children }: SafeLinkProps) {
  const safe = safeAddress(address)
  if (safe === null) return <bdi>{children}</bdi>
  return (
    <a
      href={safe}
      target="_blank"
      rel="noopener noreferrer"
      className={look === 'main' ? `${button['button']} ${button['main']}` : undefined}
    >
      <bdi>{children}</bdi> <Icon name="link" />
    </a>
  )
}
