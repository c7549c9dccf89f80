import { assess } from './completeness.ts'
import type { Circumstances } from './circumstances.ts'
import { draftOfPacket } from './draft-of-packet.ts'
import type { Finding } from './finding.ts'
import type { Handoff, Packet } from './handoff.ts'
import type { Question } from './question.ts'
import type { Reviewed } from './reviewed.ts'
import type { SaidBack } from './said-back.ts'
import { type TeachBackPrompt, teachBackPrompts } from './teach-back.ts'
import type { Section, Template } from './template.ts'
import { saysSomething } from './value-text.ts'

/** What an acceptance is held against. */
export interface AcceptGates {
  readonly template: Template
  /** The sections read so far. */
  readonly reviewed: Reviewed
  /** What is wrong with the packet; that which blocks accept counts. */
  readonly findings: readonly Finding[]
}

const isDemanded = ({ requirements }: Question) =>
  requirements.some(({ severity }) => severity !== 'warns')

/** The sections that were not marked as read, and in which a question that counts is answered; none where nobody is asked to read. */
function unreadSections(
  { variant, answers }: Packet,
  { template: { sections }, reviewed }: AcceptGates,
  counts: (question: Question) => boolean,
): readonly Section[] {
  if (variant === 'express') return []
  return sections.filter(
    ({ key, questions }) =>
      !(key in reviewed) &&
      questions.some((question) => counts(question) && saysSomething(answers[question.key])),
  )
}

/** The sections with answers that the recipient has not marked as read; null where nobody is asked to. */
export function sectionsUnread(packet: Packet, gates: AcceptGates): readonly string[] | null {
  if (packet.variant === 'express') return null
  return unreadSections(packet, gates, () => true).map(({ key }) => key)
}

/** Those must be read before accepting in which something is demanded, and answered. */
function unread(packet: Packet, gates: AcceptGates): readonly string[] {
  const left = unreadSections(packet, gates, isDemanded)
  if (left.length === 0) return []
  const titles = left.map(({ title }) => `“${title}”`).join(', ')
  return [`Read ${titles} and mark ${left.length === 1 ? 'it' : 'them'} as read.`]
}

const blocksAccept = ({ severity }: { readonly severity: string }) => severity === 'blocks-accept'

/** What has to happen before accepting, each in a sentence; nothing where the packet cannot be read. */
export function acceptObstacles(packet: Packet | null, gates: AcceptGates): readonly string[] {
  if (packet === null) return []
  const blocking = gates.findings.filter(blocksAccept).map(({ sentence }) => sentence)
  return [...blocking, ...unread(packet, gates)]
}

/** Whether the template demands answers for the acceptance at all. */
export function demandsForAccept({ sections }: Template): boolean {
  return sections.some(({ questions }) =>
    questions.some(({ requirements }) => requirements.some(blocksAccept)),
  )
}

/** What is wrong with a packet so that it cannot be accepted. What only another version demands, its sender was never asked. */
export function acceptFindings(
  handoff: Handoff,
  template: Template,
  circumstances: Circumstances,
): readonly Finding[] {
  const { packet } = handoff
  if (packet?.template.version !== template.version || !demandsForAccept(template)) return []
  const draft = draftOfPacket({ ...handoff, packet }, circumstances.deal, {})
  return assess(template, draft, circumstances).findings.filter(blocksAccept)
}

/** What the recipient has to say back: that of which the packet says something. */
export function promptsToSayBack(handoff: Handoff, template: Template): readonly TeachBackPrompt[] {
  const { packet, name } = handoff
  if (packet === null) return []
  const source = { template, packet, name, about: handoff }
  return teachBackPrompts(source, 'recipient').filter(({ expected }) => expected.length > 0)
}

/** Whether accepting asks for more than a press: the packet has to be read for it. */
export function asksToRead(handoff: Handoff, template: Template): boolean {
  const gates = { template, reviewed: handoff.reviewed ?? {}, findings: [] }
  return (
    demandsForAccept(template) ||
    promptsToSayBack(handoff, template).length > 0 ||
    acceptObstacles(handoff.packet, gates).length > 0
  )
}

/** Why a handoff cannot be accepted by somebody who says this; null when it can be. */
export function acceptRefusal(
  handoff: Handoff,
  gates: AcceptGates,
  said: SaidBack['said'],
): string | null {
  const obstacles = acceptObstacles(handoff.packet, gates)
  if (obstacles.length > 0) return obstacles.join(' ')
  const unsaid = promptsToSayBack(handoff, gates.template).find(
    ({ about }) => !said.some((one) => one.about === about && one.words.trim() !== ''),
  )
  return unsaid ? `Say it back in your own words first: ${unsaid.prompt}` : null
}
