import type { Packet } from './handoff.ts'
import type { Question } from './question.ts'
import type { Reviewed } from './reviewed.ts'
import type { Section, Template } from './template.ts'
import { saysSomething } from './value-text.ts'

const isDemanded = ({ requirements }: Question) =>
  requirements.some(({ severity }) => severity !== 'warns')

/** The sections that must be read before accepting: those in which something is demanded, and answered. */
function sectionsToRead({ sections }: Template, { answers }: Packet): readonly Section[] {
  return sections.filter(({ questions }) =>
    questions.some((question) => isDemanded(question) && saysSomething(answers[question.key])),
  )
}

/** What the recipient has to do before accepting, each in a sentence; nothing where the packet cannot be read. */
export function acceptObstacles(
  template: Template,
  packet: Packet | null,
  reviewed: Reviewed,
): readonly string[] {
  if (packet === null || packet.variant === 'express') return []
  const unread = sectionsToRead(template, packet).filter(({ key }) => !(key in reviewed))
  if (unread.length === 0) return []
  const titles = unread.map(({ title }) => `“${title}”`).join(', ')
  return [`Read ${titles} and mark ${unread.length === 1 ? 'it' : 'them'} as read.`]
}
