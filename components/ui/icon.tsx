import styles from './icon.module.css'

/** Own drawings on a 16 × 16 grid, stroked with the colour of the text. */
const drawings = {
  add: 'M8 3v10M3 8h10',
  alert: 'M8 2.2 14.4 13.4H1.6ZM8 6.4v3.2M8 11.4v.2',
  arrow: 'M2.5 8h11M9.5 4l4 4-4 4',
  block: 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8ZM8 4.9v3.8M8 10.9v.2',
  call: 'M4.6 2.4 6.4 5 5.3 6.5a8 8 0 0 0 4.2 4.2L11 9.6l2.6 1.8c-.3 1.6-1.3 2.4-2.6 2.2C6.3 12.9 3.1 9.7 2.4 5c-.2-1.3.6-2.3 2.2-2.6Z',
  check: 'm3 8.4 3.3 3.3L13 5',
  clock: 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8ZM8 4.6V8l2.4 1.6',
  close: 'm3.8 3.8 8.4 8.4M12.2 3.8l-8.4 8.4',
  down: 'm3.5 6 4.5 4.5L12.5 6',
  edit: 'm10.6 3 2.4 2.4-7.4 7.4-3 .6.6-3Z',
  help: 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8ZM6.2 6.4c0-2.4 3.6-2.4 3.6 0 0 1.6-1.8 1.5-1.8 3M8 11.3v.2',
  link: 'M6.6 9.4 9.4 6.6M7.4 4.6 9 3a2.8 2.8 0 0 1 4 4l-1.6 1.6M8.6 11.4 7 13a2.8 2.8 0 0 1-4-4l1.6-1.6',
  list: 'M6 4h7.5M6 8h7.5M6 12h7.5M2.6 4h.4M2.6 8h.4M2.6 12h.4',
  lock: 'M4 7.2h8v6H4ZM5.6 7.2V5a2.4 2.4 0 0 1 4.8 0v2.2',
  mail: 'M2 3.6h12v8.8H2ZM2.2 4l5.8 4.6L13.8 4',
  note: 'M3.5 2h6l3 3v9h-9ZM9.5 2v3h3M5.6 8h4.8M5.6 10.8h4.8',
  paste: 'M5.5 3H3.5v11h9V3h-2M5.5 1.8h5v2.4h-5ZM6 8h4M6 11h4',
  people:
    'M6 3a2.2 2.2 0 1 0 0 4.4A2.2 2.2 0 0 0 6 3ZM1.6 13c0-4.6 8.8-4.6 8.8 0M10.8 3.4a2 2 0 0 1 0 3.8M12 9.2c1.6.5 2.5 1.7 2.5 3.6',
  person: 'M8 2.2a2.6 2.6 0 1 0 0 5.2 2.6 2.6 0 0 0 0-5.2ZM2.8 13.8c0-5.4 10.4-5.4 10.4 0',
  pin: 'M9.6 2 14 6.4l-1.4.5-2.4 2.4.2 2.9-1.6 1.4L2.4 7.2l1.4-1.6 2.9.2 2.4-2.4ZM5.4 10.6 2 14',
  refresh: 'M13 8a5 5 0 1 1-1.5-3.6M13.2 1.8v3h-3',
  remove: 'M3 4.4h10M6.4 4.2V2.6h3.2v1.6M4.4 4.6l.6 9h6l.6-9M6.8 7.2v3.8M9.2 7.2v3.8',
  search: 'M7 2.4a4.6 4.6 0 1 0 0 9.2 4.6 4.6 0 0 0 0-9.2ZM10.4 10.4l3.4 3.4',
  up: 'm3.5 10 4.5-4.5 4.5 4.5',
  weak: 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8ZM5 8h6',
} as const

export type IconName = keyof typeof drawings

interface IconProps {
  readonly name: IconName
}

/** A decorative drawing; the words beside it carry the meaning. */
export function Icon({ name }: IconProps) {
  return (
    <svg className={styles['icon']} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={drawings[name]} />
    </svg>
  )
}
