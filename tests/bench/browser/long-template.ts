import { builtInTemplates } from '#lib/templates/all.ts'

/** How many rules a key sets in motion. */
export const RULES = 200

/** A template as JSON with two hundred questions, each demanded by a formula about the next one. */
export function longTemplate(): string {
  const [shipped] = builtInTemplates
  const ask = (index: number) => ({
    key: `bench.q${index}`,
    label: `Question ${index}`,
    help: 'What is known.',
    example: 'The month-end close takes nine days.',
    answer: { type: 'long-text' },
    tier: 'account-team',
    requirements: [
      {
        severity: 'warns',
        when: {
          when: 'formula',
          formula: `AND(Amount > ${index}, LEN($Answer.bench_q${(index + 1) % RULES}) > ${index})`,
        },
      },
    ],
  })
  return JSON.stringify({
    ...shipped,
    key: 'bench',
    version: '1.0.0',
    name: 'Bench',
    appliesWhen: { when: 'always' },
    variantWhen: [],
    methodology: [],
    mapping: {},
    checklists: [],
    milestones: [],
    declineReasons: [{ code: 'OTHER', label: 'Another reason', goesTo: 'sender' }],
    sections: Array.from({ length: 10 }, (_, at) => ({
      key: `s${at}`,
      title: `Section ${at}`,
      weight: 1,
      questions: Array.from({ length: RULES / 10 }, (_unused, index) => ask(at * 20 + index)),
    })),
  })
}
