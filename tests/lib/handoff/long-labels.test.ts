import { describe, expect, it } from 'vitest'
import { brief, fullBrief } from '#lib/handoff/brief.ts'
import { countWords } from '#lib/handoff/clip.ts'
import { leadIn } from '#lib/handoff/lead-in.ts'
import type { Question } from '#lib/handoff/question.ts'
import { summary } from '#lib/handoff/summary.ts'
import { ana, ben, question, section, template, typed } from './builders.ts'

const about = {
  opportunityName: 'New business',
  accountName: 'Harbor Foods',
  amount: null,
  currency: 'EUR',
  outgoing: ana,
  incoming: ben,
}

function sourceWith(over: Partial<Question>) {
  const from = template([section([question({ key: 'a', ...over })])])
  const answers = { a: typed('Nine days to close the books') }
  const packet = { v: 1, template: from, variant: 'standard', answers } as const
  return { template: from, packet, name: 'HO-1', about }
}

describe('a question with a long label', () => {
  const label = Array.from({ length: 30 }, (_, at) => `word${at}`).join(' ')

  it.each(['do-not-ask', 'deal', 'risks', 'success'] as const)(
    'leaves room for its answer in the two minutes under %s, and is whole where all is read',
    (heading) => {
      const source = sourceWith({ label, brief: heading })
      const [line] = brief(source, 'recipient').parts.flatMap(({ lines }) => lines)
      expect(line?.text).toMatch(/^word0 word1 .* … Nine/)
      expect(countWords(line?.text ?? '')).toBeLessThanOrEqual(22)
      const [whole] = fullBrief(source, 'recipient').parts.flatMap(({ lines }) => lines)
      expect(whole?.text).toBe(`${label}: Nine days to close the books`)
    },
  )
})

it.each([
  { label: 'Why now', lead: 'Why now:' },
  { label: 'Why now? ', lead: 'Why now?' },
  { label: 'ما هي المشكلة؟', lead: 'ما هي المشكلة؟' },
  { label: '何が問題か？', lead: '何が問題か？' },
  { label: 'Goal:', lead: 'Goal:' },
])('“$label” leads to its answer as “$lead”', ({ label, lead }) => {
  expect(leadIn(label)).toBe(lead)
  const text = summary(sourceWith({ label, brief: 'risks' }), 'recipient')
  expect(text.split('\n')).toContain(`- ${lead} Nine days to close the books`)
  expect(text.split('\n')).toContain(`${lead} Nine days to close the books`)
})
