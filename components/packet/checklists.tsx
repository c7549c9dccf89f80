import { TickBox } from '#components/ui/tick-box.tsx'
import type { Template } from '#lib/handoff/template.ts'
import styles from './discussion.module.css'

type List = Template['checklists'][number]

interface ChecklistsProps {
  readonly lists: readonly List[]
  /** What the reader is: that list comes first, is open and can be ticked. */
  readonly own: string | null
  /** What is ticked, by the name of the box. */
  readonly typed: Readonly<Record<string, string>>
  readonly type: (name: string, text: string) => void
}

const whose: Readonly<Record<List['role'], string>> = {
  outgoing: 'the sender',
  incoming: 'the recipient',
  manager: 'the manager',
  revops: 'RevOps',
}

const box = ({ role }: List, key: string) => `check:${role}:${key}`

/** What each side sees to, as the template lists it. What is ticked is for the reader alone and goes with the browser. */
export function Checklists({ lists, own, typed, type }: ChecklistsProps) {
  const isOwn = (list: List) => list.role === own
  return [...lists.filter(isOwn), ...lists.filter((list) => !isOwn(list))].map((list) => {
    const done = list.items.filter(({ key }) => box(list, key) in typed).length
    return (
      <details key={list.role} className={styles['happened']} open={isOwn(list)}>
        <summary>
          {isOwn(list)
            ? `Your checklist: ${done} of ${list.items.length}`
            : `Checklist of ${whose[list.role]} (${list.items.length})`}
        </summary>
        <ul>
          {list.items.map(({ key, text }) => (
            <li key={key}>
              {isOwn(list) ? (
                <TickBox
                  checked={box(list, key) in typed}
                  onChecked={(isDone) => type(box(list, key), isDone ? 'done' : '')}
                >
                  {text}
                </TickBox>
              ) : (
                text
              )}
            </li>
          ))}
        </ul>
        {isOwn(list) && <p className={styles['soft']}>For you alone: your ticks are not sent.</p>}
      </details>
    )
  })
}
