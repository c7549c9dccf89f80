import type { Question } from './question.ts'
import { rolesPath, type Worded } from './role-names.ts'
import type { Template } from './template.ts'

/** Choices of picklist fields by path, as the org calls them in the user's language. */
type Picklists = Readonly<Record<string, readonly { value: string; label: string }[]>>

/**
 * A template to read answers with: the choice of a picklist field, and a contact role, is called what people in this org know it by,
 * which may be another word than the value that the field keeps.
 */
export function inOrgWords(template: Template, picklists: Picklists): Template {
  const roleNames = picklists[rolesPath]
  const worded = (question: Question): Question & Worded => {
    const { answer } = question
    if (answer.type === 'contact' || answer.type === 'people') return { ...question, roleNames }
    if (answer.type !== 'picklist' || answer.options || answer.field === undefined) return question
    const options = picklists[answer.field]
    return options ? { ...question, answer: { ...answer, options: [...options] } } : question
  }
  const sections = template.sections.map((section) =>
    Object.assign({}, section, { questions: section.questions.map(worded) }),
  )
  return { ...template, sections }
}
