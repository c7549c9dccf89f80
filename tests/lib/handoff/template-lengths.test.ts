import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checkTemplate } from '#lib/handoff/template-check.ts'
import type { Template } from '#lib/handoff/template.ts'
import { deployedNames } from '#lib/salesforce/names.ts'
import { question, section, template } from './builders.ts'

const { handoff, comment } = deployedNames

/** The most characters of a text field of the package. */
function lengthOf(object: string, field: string): number {
  const file = `salesforce/force-app/main/default/objects/${object}/fields/${field}.field-meta.xml`
  return Number(/<length>(\d+)</.exec(readFileSync(file, 'utf8'))?.[1])
}

const key = (length: number) => 'k'.repeat(length)
const whole = (over: Partial<Template>) => template([section([question()])], over)
const reason = (code: string) => ({ code, label: 'Budget', goesTo: 'sender' as const })

const places: {
  what: string
  path: string
  most: number
  of: (length: number) => Template
}[] = [
  {
    what: 'the key of a template',
    path: 'key',
    most: lengthOf(handoff.object, handoff.fields.templateKey),
    of: (length) => whole({ key: key(length) }),
  },
  {
    what: 'its version',
    path: 'version',
    most: lengthOf(handoff.object, handoff.fields.templateVersion),
    of: (length) => whole({ version: `1.0.${'1'.repeat(length - 4)}` }),
  },
  {
    what: 'the key of a section',
    path: 'sections[0].key',
    most: lengthOf(comment.object, comment.fields.sectionKey),
    of: (length) => whole({ sections: [section([question()], { key: key(length) })] }),
  },
  {
    what: 'the key of a question',
    path: 'sections[0].questions[0].key',
    most: lengthOf(comment.object, comment.fields.questionKey),
    of: (length) => whole({ sections: [section([question({ key: key(length) })])] }),
  },
  {
    what: 'the code of a reason to decline, which is a value of a picklist',
    path: 'declineReasons[0].code',
    most: 255,
    of: (length) => whole({ declineReasons: [reason('C'.repeat(length))] }),
  },
]

describe('what Salesforce keeps of a template', () => {
  it.each(places)('$what has the length of its field, and no more', ({ path, most, of }) => {
    expect(checkTemplate(of(most)).outcome).toBe('sound')
    expect(checkTemplate(of(most + 1))).toEqual({
      outcome: 'faulty',
      problems: [
        { path, sentence: `This is too long: Salesforce keeps ${most} characters of it.` },
      ],
    })
  })
})
