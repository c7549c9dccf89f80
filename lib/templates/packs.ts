import type { Prefill, Question } from '#lib/handoff/question.ts'
import type { Section, Template } from '#lib/handoff/template.ts'
import { warns } from './demands.ts'

type PackName = Template['methodology'][number]

/** One letter of a methodology. */
export interface PackLetter {
  readonly name: string
  readonly label: string
  /** What to write, in one line. */
  readonly meaning: string
  readonly example: string
  /** Where Salesforce's standard objects hold it, apart from the field an admin maps. */
  readonly standard?: Prefill
}

const metrics: PackLetter = {
  name: 'metrics',
  label: 'Metrics',
  meaning: 'The number the customer will measure after buying.',
  example: 'Days to close the books: 9 today, 4 wanted.',
}
const economicBuyer: PackLetter = {
  name: 'economicBuyer',
  label: 'Economic buyer',
  meaning: 'Who has the final authority over the money.',
  example: 'Lee Park, CFO.',
  standard: {
    from: 'contact-role',
    roles: ['Economic Buyer', 'Economic Decision Maker', 'Decision Maker'],
  },
}
const decisionCriteria: PackLetter = {
  name: 'decisionCriteria',
  label: 'Decision criteria',
  meaning: 'What suppliers are judged by.',
  example: 'Audit trail first, price second.',
}
const decisionProcess: PackLetter = {
  name: 'decisionProcess',
  label: 'Decision process',
  meaning: 'The steps, people and dates until a decision.',
  example: 'Trial in May, board on 20 June.',
}
const paperProcess: PackLetter = {
  name: 'paperProcess',
  label: 'Paper process',
  meaning: 'Legal, procurement and signature.',
  example: 'Legal takes three weeks, two signatures.',
}
const pain: PackLetter = {
  name: 'pain',
  label: 'Pain',
  meaning: 'The acknowledged problem that drives it.',
  example: 'The close takes nine days and fails audits.',
}
const champion: PackLetter = {
  name: 'champion',
  label: 'Champion',
  meaning: 'Who sells it inside and has power to.',
  example: 'Dana Cole, finance director.',
  standard: { from: 'contact-role', roles: ['Champion', 'Evaluator', 'Influencer'] },
}
const competition: PackLetter = {
  name: 'competition',
  label: 'Competition',
  meaning: 'The other options, also doing nothing.',
  example: 'Northwind Ledger; building it themselves.',
  standard: { from: 'competitors' },
}

/** The methodologies that a template may switch on, letter by letter. */
export const packs: Readonly<Record<PackName, readonly PackLetter[]>> = {
  MEDDPICC: [
    metrics,
    economicBuyer,
    decisionCriteria,
    decisionProcess,
    paperProcess,
    pain,
    champion,
    competition,
  ],
  MEDDIC: [metrics, economicBuyer, decisionCriteria, decisionProcess, pain, champion],
  BANT: [
    {
      name: 'budget',
      label: 'Budget',
      meaning: 'What money there is, and whose.',
      example: 'Up to 80,000 from the finance budget.',
    },
    {
      ...economicBuyer,
      name: 'authority',
      label: 'Authority',
      meaning: 'Who decides, and the way to that person.',
    },
    { ...pain, name: 'need', label: 'Need' },
    {
      name: 'timing',
      label: 'Timing',
      meaning: 'When it must be decided, and why then.',
      example: 'Before the audit on 20 January.',
    },
  ],
  SPICED: [
    {
      name: 'situation',
      label: 'Situation',
      meaning: 'The facts about the customer that matter here.',
      example: '850 people, spreadsheets, two sites.',
    },
    pain,
    { ...metrics, name: 'impact', label: 'Impact', meaning: 'What solving it is worth to them.' },
    {
      name: 'criticalEvent',
      label: 'Critical event',
      meaning: 'The date by which it must work, and what happens otherwise.',
      example: 'New audit rules from 1 January.',
    },
    { ...decisionProcess, name: 'decision', label: 'Decision' },
  ],
}

/** The key under which the mapping table names an org's own field for a letter, such as `meddpicc.pain`. */
function mappingKey(pack: PackName, letter: Pick<PackLetter, 'name'>): string {
  return `${pack.toLowerCase()}.${letter.name}`
}

/** The mapping table of a pack before an admin edits it: no standard field holds any letter. */
function emptyMapping(pack: PackName): Template['mapping'] {
  return Object.fromEntries(packs[pack].map((letter) => [mappingKey(pack, letter), null]))
}

function letterQuestion(pack: PackName, letter: PackLetter): Question {
  const key = mappingKey(pack, letter)
  return {
    key,
    label: letter.label,
    help: letter.meaning,
    example: letter.example,
    answer: { type: 'long-text' },
    tier: 'account-team',
    requirements: warns,
    prefill: [{ from: 'mapped', key }, ...(letter.standard ? [letter.standard] : [])],
    covers: [`${pack}.${letter.name}`],
  }
}

function uncovered(template: Template, pack: PackName): readonly PackLetter[] {
  const questions = template.sections.flatMap((section) => section.questions)
  const covered = new Set(questions.flatMap(({ covers = [] }) => covers))
  const taken = new Set(questions.map(({ key }) => key))
  return packs[pack].filter(
    (letter) => !covered.has(`${pack}.${letter.name}`) && !taken.has(mappingKey(pack, letter)),
  )
}

/** The template with another methodology, or none: letters that no question covers get one of their own, as a warning. */
export function withMethodology(template: Template, pack: PackName | null): Template {
  if (pack === null) return { ...template, methodology: [] }
  const questions = uncovered(template, pack).map((letter) => letterQuestion(pack, letter))
  const added: Section[] =
    questions.length === 0
      ? []
      : [{ key: `methodology-${pack.toLowerCase()}`, title: pack, weight: 0, questions }]
  return {
    ...template,
    methodology: [pack],
    sections: [...template.sections, ...added],
    mapping: { ...emptyMapping(pack), ...template.mapping },
  }
}
