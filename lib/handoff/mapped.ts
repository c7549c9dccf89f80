import { questionsOf } from './prefill.ts'
import type { AnswerType, Question } from './question.ts'
import type { Template } from './template.ts'

/** Which field of the opportunity holds which methodology letter in an org. */
export type Mapping = Readonly<Record<string, string | null>>

/** What is known of an org's fields. */
interface Fields {
  readonly mapping?: Mapping | undefined
  readonly types?: Readonly<Record<string, string>> | undefined
  readonly locked?: readonly string[] | undefined
}

type Taken = readonly AnswerType['type'][]

const numbers: Taken = ['number', 'currency']
const choices: Taken = ['picklist', 'checklist']
const line: Taken = ['text']
const day: Taken = ['date']

/** Which answers a field of each type takes; types that stand here with nothing are only read. */
const takes: Readonly<Record<string, Taken | 'words'>> = {
  string: 'words',
  textarea: 'words',
  url: 'words',
  combobox: 'words',
  email: line,
  phone: line,
  encryptedstring: line,
  time: line,
  picklist: choices,
  multipicklist: choices,
  double: numbers,
  int: numbers,
  currency: numbers,
  percent: numbers,
  date: day,
  datetime: day,
  boolean: ['checkbox'],
  reference: ['person'],
}

/** Whether answers of a question can be kept in a field of this type. */
export function fieldTakes(fieldType: string, answer: AnswerType): boolean {
  const taken = takes[fieldType] ?? []
  return taken === 'words' || taken.includes(answer.type)
}

/** The path of a field, unless its type is known to take no such answer. */
function taking(path: string, answer: AnswerType, type = ''): string | undefined {
  return type === '' || fieldTakes(type, answer) ? path : undefined
}

function fieldOf({ prefill = [], answer, writeTo }: Question, mapping: Mapping, org: Fields) {
  const { types = {}, locked = [] } = org
  if (writeTo !== undefined) return taking(writeTo, answer, types[writeTo])
  const letters = prefill.flatMap((source) => (source.from === 'mapped' ? [source.key] : []))
  const path = letters.map((letter) => mapping[letter]).find((field) => Boolean(field))
  if (!path?.startsWith('Opportunity.') || locked.includes(path)) return undefined
  return taking(path, answer, types[path] ?? 'unknown')
}

/**
 * A template in an org: questions about a methodology letter are filled from the field that the admin has
 * named for it, and written back there, with conflicts like any other field. Each field is written by one
 * question, the first. What a field cannot take is not written to it: Salesforce would refuse all that is sent.
 */
export function inOrg(template: Template, org: Fields): Template {
  const mapping = { ...template.mapping, ...onlyKnown(template, org.mapping) }
  const taken = new Set(questionsOf(template).flatMap(({ writeTo }) => writeTo ?? []))
  const withField = (question: Question): Question => {
    const path = fieldOf(question, mapping, org)
    if (path === question.writeTo || (path && taken.has(path))) return question
    if (path) taken.add(path)
    return { ...question, writeTo: path }
  }
  const sections = template.sections.map((section) => ({
    ...section,
    questions: section.questions.map(withField),
  }))
  return { ...template, mapping, sections }
}

function onlyKnown(template: Template, mapping: Mapping = {}): Template['mapping'] {
  return Object.fromEntries(
    Object.entries(mapping).filter(([letter]) => letter in template.mapping),
  )
}

/** A letter of a methodology that an admin can give a field, in the words of the question that asks for it. */
export interface Letter {
  readonly key: string
  readonly label: string
}

/** The letters that templates ask about. */
export function lettersOf(templates: readonly Template[]): readonly Letter[] {
  const letters = new Map<string, string>()
  for (const { prefill = [], label } of templates.flatMap(questionsOf)) {
    for (const source of prefill) {
      if (source.from === 'mapped' && !letters.has(source.key)) letters.set(source.key, label)
    }
  }
  return [...letters].map(([key, label]) => ({ key, label }))
}
