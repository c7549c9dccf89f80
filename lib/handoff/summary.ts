import { answerLines } from './answer-lines.ts'
import { fullBrief } from './brief.ts'
import type { BriefPart } from './brief.ts'
import type { BriefSource } from './brief-source.ts'
import { redactedSource } from './brief-source.ts'
import { clip } from './clip.ts'
import { dealTitle } from './deal-title.ts'
import { leadIn } from './lead-in.ts'
import { moneyIn } from './money.ts'
import type { Section } from './template.ts'
import type { Tier } from './tier.ts'

/** `Summary__c` holds this many characters. */
export const SUMMARY_LIMIT = 32_768

const SHORTENED = '\n\n… (shortened: the whole handoff is in Segue)'

// Salesforce counts a line break as two characters, carriage return and line feed.
const lengthInSalesforce = (text: string) => text.length + (text.match(/\n/g)?.length ?? 0)

const listed = (texts: readonly string[]) => texts.map((text) => `- ${text.replace(/\n/g, '\n  ')}`)

function heading({ about, template, name }: BriefSource): string {
  const { amount, currency, outgoing, incoming } = about
  const people = incoming ? `${outgoing.name} to ${incoming.name}` : outgoing.name
  const money = amount === null ? '' : `, ${moneyIn(amount, currency)}`
  const title = `${dealTitle(about)}${money}`
  return `${title}\n${name === '' ? '' : `${name}, `}${template.name}, ${people}`
}

function partText({ title, lines }: BriefPart): string {
  return [title.toUpperCase(), ...listed(lines.map(({ text }) => text))].join('\n')
}

function sectionText(section: Section, { packet }: BriefSource): string[] {
  const lines = section.questions.flatMap((question) => {
    const said = answerLines(question, packet.answers[question.key]).map(({ text }) => text)
    if (said.length === 0) return []
    return said.length === 1
      ? [`${leadIn(question.label)} ${said[0]}`]
      : [leadIn(question.label), ...listed(said)]
  })
  return lines.length === 0 ? [] : [[section.title.toUpperCase(), ...lines].join('\n')]
}

/** The handoff as plain text for people without the extension: the brief, then every section. Fits `Summary__c`. */
export function summary(source: BriefSource, reader: Tier): string {
  const visible = redactedSource(source, reader)
  const text = [
    heading(visible),
    ...fullBrief(visible, reader).parts.map(partText),
    ...visible.template.sections.flatMap((section) => sectionText(section, visible)),
  ].join('\n\n')
  return clip(text, { limit: SUMMARY_LIMIT, ending: SHORTENED, lengthOf: lengthInSalesforce })
}
