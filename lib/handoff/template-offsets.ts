import { jsonPath } from './json-path.ts'
import type { TemplateProblem } from './template-check.ts'
import type { Offset, Template } from './template.ts'

/** Ten years, in days of any kind and in hours of any kind: nobody plans further, and counting to it takes time. */
const most = { days: 3650, hours: 87_600 } as const

interface PlacedOffset {
  readonly path: readonly PropertyKey[]
  readonly offset: Offset
}

const isHours = ({ unit }: Offset) => unit.endsWith('hours')

function isTooFar({ offset }: PlacedOffset): boolean {
  return Math.abs(offset.amount) > (isHours(offset) ? most.hours : most.days)
}

function offsetsOf({
  milestones,
  phases,
  clocks,
  onStatus = [],
}: Template): readonly PlacedOffset[] {
  return [
    ...milestones.map(({ offset }, index) => ({ path: ['milestones', index, 'offset'], offset })),
    ...phases.flatMap(({ from, to }, index) => [
      { path: ['phases', index, 'from'], offset: from },
      { path: ['phases', index, 'to'], offset: to },
    ]),
    ...Object.entries(clocks).flatMap(([clock, offset]) =>
      offset === undefined ? [] : [{ path: ['clocks', clock], offset }],
    ),
    ...onStatus.flatMap(({ task }, index) =>
      task ? [{ path: ['onStatus', index, 'task', 'due'], offset: task.due }] : [],
    ),
  ]
}

/** What is wrong with a time, in a sentence; null when nothing is. */
function problemOf(placed: PlacedOffset): string | null {
  const { path, offset } = placed
  if (isTooFar(placed)) return 'This lies more than ten years away. Give a smaller number.'
  if (!isHours(offset) && !Number.isInteger(offset.amount))
    return 'Days are counted whole. Give a whole number, or hours.'
  const isAhead = path[0] === 'clocks' || path[0] === 'onStatus'
  return isAhead && offset.amount < 0 ? 'No clock runs backwards.' : null
}

function phaseProblems({ phases }: Template): readonly TemplateProblem[] {
  return phases.flatMap(({ from, to }, index) =>
    from.unit === to.unit && to.amount < from.amount
      ? [
          {
            path: jsonPath(['phases', index, 'to']),
            sentence: 'This phase ends before it begins. Give it a later end, or remove it.',
          },
        ]
      : [],
  )
}

/** Times that cannot be reckoned with, and phases that run backwards. */
export function offsetProblems(template: Template): readonly TemplateProblem[] {
  return [
    ...offsetsOf(template).flatMap((placed) => {
      const sentence = problemOf(placed)
      return sentence === null ? [] : [{ path: jsonPath([...placed.path, 'amount']), sentence }]
    }),
    ...phaseProblems(template),
  ]
}
