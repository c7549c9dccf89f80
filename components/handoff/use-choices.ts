import { createContext, use, useEffect, useState } from 'react'
import { questionsOf } from '#lib/handoff/prefill.ts'
import type { Question } from '#lib/handoff/question.ts'
import type { Template } from '#lib/handoff/template.ts'
import { type Setting, useSetting } from './setting.ts'
import { choicesOf } from './value-words.ts'

/** The fields that the draft on the page asks for itself: what the deal has in them is not the last word. */
export const AskedFields = createContext<ReadonlySet<string | undefined>>(new Set())

/** The fields that the questions of a template are about. */
export function fieldsAsked(template: Template): ReadonlySet<string | undefined> {
  return new Set(
    questionsOf(template).flatMap(({ answer, writeTo }) => [
      answer.type === 'picklist' ? answer.field : undefined,
      writeTo,
    ]),
  )
}

/**
 * What can be chosen as the answer to a question: of a field's values those that the record type offers and that go
 * with the value of a controlling field that is not asked for as well, and whatever is chosen already; all of them where that leaves none.
 */
export function useChoices(question: Question, chosen: string) {
  const { deal, picklists, offered } = useSetting()
  const asked = use(AskedFields)
  const [values, setValues] = useState<readonly string[]>()
  const { answer } = question
  const path = answer.type === 'picklist' && !answer.options ? (answer.field ?? '') : ''
  const [object] = path.split('.')
  const hasType = typeof deal.fields[`${object}.RecordTypeId`] === 'string'
  useEffect(() => {
    // Orgs without record types offer everything.
    if (!hasType) return
    let isOver = false
    const look = async () => {
      const found = await offered(path)
      if (!isOver) setValues(found)
    }
    void look()
    return () => {
      isOver = true
    }
  }, [offered, path, hasType])
  const all: Setting['picklists'][string] = choicesOf(question, picklists)
  const fits = (when: (typeof all)[number]['when']) => {
    const controller = `${object}.${when?.field}`
    const controlling = deal.fields[controller] ?? ''
    const isOpen = !when || controlling === '' || asked.has(controller)
    return isOpen || when.values.includes(String(controlling))
  }
  const fitting = all.filter(
    ({ value, when }) => value !== chosen && (values?.includes(value) ?? true) && fits(when),
  )
  return fitting.length === 0
    ? all
    : all.filter((choice) => choice.value === chosen || fitting.includes(choice))
}
