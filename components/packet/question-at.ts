import { createContext, use } from 'react'
import type { Question } from '#lib/handoff/question.ts'
import type { Template } from '#lib/handoff/template.ts'

const TemplateContext = createContext<Template | null>(null)

/** Gives the template of the handoff to everything inside. */
export const WithTemplate = TemplateContext.Provider

/** The question of that key; undefined when the template of the handoff does not know it. */
export function useQuestion(key: string | null): Question | undefined {
  const template = use(TemplateContext)
  return template?.sections.flatMap(({ questions }) => questions).find((one) => one.key === key)
}
