import { useEffect, useState } from 'react'
import type { Question } from '#lib/handoff/question.ts'
import { type Setting, useSetting } from './setting.ts'
import { choicesOf } from './value-words.ts'

/**
 * What can be chosen as the answer to a question: of a field's values those that the record type offers and that go
 * with the value of the controlling field, and whatever is chosen already; all of them where that leaves none.
 */
export function useChoices(question: Question, chosen: string) {
  const { deal, picklists, offered } = useSetting()
  const [values, setValues] = useState<readonly string[]>()
  const { answer } = question
  const path = answer.type === 'picklist' && !answer.options ? (answer.field ?? '') : ''
  useEffect(() => {
    let isOver = false
    const look = async () => {
      const found = await offered(path)
      if (!isOver) setValues(found)
    }
    void look()
    return () => {
      isOver = true
    }
  }, [offered, path])
  const all: Setting['picklists'][string] = choicesOf(question, picklists)
  const [object] = path.split('.')
  const fits = (when: (typeof all)[number]['when']) => {
    const controlling = deal.fields[`${object}.${when?.field}`] ?? ''
    return !when || controlling === '' || when.values.includes(String(controlling))
  }
  const fitting = all.filter(
    ({ value, when }) => value !== chosen && (values?.includes(value) ?? true) && fits(when),
  )
  return fitting.length === 0
    ? all
    : all.filter((choice) => choice.value === chosen || fitting.includes(choice))
}
