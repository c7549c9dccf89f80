import type { Answer } from './answer.ts'
import { isAsked } from './demand.ts'
import type { Handoff, Packet } from './handoff.ts'
import { questionsOf } from './prefill.ts'
import type { Question } from './question.ts'
import { redact } from './redaction.ts'
import type { Template } from './template.ts'
import type { Tier } from './tier.ts'

/** What the handoff is about and between whom. */
export type BriefAbout = Pick<
  Handoff,
  'opportunityName' | 'accountName' | 'amount' | 'currency' | 'outgoing' | 'incoming'
>

/** A packet with the template version it follows. */
export interface Chapter {
  readonly template: Template
  readonly packet: Packet
  /** Auto number of the handoff, such as HO-00042; empty when it has none yet. */
  readonly name: string
}

/** Everything a brief is made from. */
export interface BriefSource extends Chapter {
  readonly about: BriefAbout
  /** The handoff before this one in the chain. */
  readonly previous?: Chapter | undefined
}

/** A question that is asked in this variant, with what was answered to it. */
export interface Asked {
  readonly question: Question
  readonly answer: Answer | undefined
}

/** The source with everything withheld that readers of that tier may not see. */
export function redactedSource(source: BriefSource, reader: Tier): BriefSource {
  const { previous } = source
  return {
    ...source,
    packet: redact(source.packet, source.template, reader),
    previous: previous && {
      ...previous,
      packet: redact(previous.packet, previous.template, reader),
    },
  }
}

/** The questions that are asked in the packet's variant or answered all the same, in the template's order. */
export function askedIn({ template, packet }: Chapter): readonly Asked[] {
  return questionsOf(template)
    .map((question) => ({ question, answer: packet.answers[question.key] }))
    .filter(({ question, answer }) => answer !== undefined || isAsked(question, packet))
}
