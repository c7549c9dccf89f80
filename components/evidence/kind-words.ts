import type { IconName } from '#components/ui/icon.tsx'
import type { Evidence } from '#lib/handoff/answer.ts'
import type { HistoryKind } from '#lib/handoff/history.ts'

/** What each kind of thing in the history is called, alone and in a filter, and its drawing. */
export const historyWords = {
  call: { one: 'Call', many: 'Calls', icon: 'call' },
  meeting: { one: 'Meeting', many: 'Meetings', icon: 'people' },
  email: { one: 'Mail', many: 'Mails', icon: 'mail' },
  note: { one: 'Note', many: 'Notes', icon: 'note' },
  task: { one: 'Task', many: 'Tasks', icon: 'check' },
  stage: { one: 'Stage', many: 'Stages', icon: 'arrow' },
  owner: { one: 'Owner', many: 'Owners', icon: 'person' },
} as const satisfies Record<HistoryKind, { one: string; many: string; icon: IconName }>

/** What each kind of evidence is called. */
export const evidenceWords = {
  call: 'Call',
  meeting: 'Meeting',
  email: 'Mail',
  note: 'Note',
  task: 'Task',
  link: 'Recording',
  file: 'Transcript',
  other: 'Quoted',
} as const satisfies Record<Evidence['kind'], string>
