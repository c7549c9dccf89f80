import { plainCalendar } from './business-time.ts'
import { jsonPath } from './json-path.ts'
import { isPlannedIn } from './milestones.ts'
import { type CoverProblem, coverProblems, planPhases } from './phases.ts'
import type { Question } from './question.ts'
import { rated } from './rated.ts'
import type { TemplateProblem } from './template-check.ts'
import { keysAt, repeated } from './template-keys.ts'
import { placedQuestions } from './template-places.ts'
import type { Template } from './template.ts'
import type { Variant } from './variant.ts'

/** One start on each day of a week: how long business days take hangs on it. */
const starts = [1, 2, 3, 4, 5, 6, 7].map((day) => `2026-06-0${day}T10:00:00Z`)

type Speaks = CoverProblem['speaks']

/** Whether there are such days in a variant, whenever its phases start. */
function leaves(template: Template, variant: Variant, speaks: Speaks): boolean {
  const planned = template.phases.filter((plan) => isPlannedIn(plan, variant))
  const { anchor } = planned.at(-1) ?? {}
  if (anchor === undefined) return false
  // Where another anchor follows, its day ends what came before: only those behind the last one are sure.
  const before = planned.findLastIndex((plan) => plan.anchor !== anchor)
  const sure = { ...template, milestones: [], phases: planned.slice(before + 1) }
  const settled = { variant, calendar: plainCalendar('UTC'), holds: () => true }
  return starts.every((at) =>
    coverProblems(planPhases(sure, { ...settled, anchors: { [anchor]: at } })).some(
      (problem) => problem.speaks === speaks,
    ),
  )
}

const said: readonly (readonly [Speaks, string])[] = [
  ['both', 'phases overlap, and both sides would speak to the customer'],
  ['nobody', 'days are left out between phases, and nobody would speak to the customer'],
]

function coverNotes(template: Template): readonly TemplateProblem[] {
  return said.flatMap(([speaks, what]) => {
    const variants = template.variants.filter((variant) => leaves(template, variant, speaks))
    if (variants.length === 0) return []
    const where = variants.map((variant) => `“${variant}”`).join(', ')
    return [{ path: 'phases', sentence: `In ${where} ${what}.` }]
  })
}

const note = (path: readonly PropertyKey[], sentence: string): TemplateProblem => ({
  path: jsonPath(path),
  sentence,
})

const emptySections = ({ sections }: Template): readonly TemplateProblem[] =>
  sections.flatMap(({ questions }, at) =>
    questions.length > 0
      ? []
      : note(['sections', at, 'questions'], 'This section asks nothing, so it is not shown.'),
  )

const unkeptRatings = ({ ratingAxes }: Template): readonly TemplateProblem[] =>
  ratingAxes.flatMap(({ key }, at) =>
    rated.includes(key)
      ? []
      : note(['ratingAxes', at, 'key'], `Not asked: only ${rated.join(', ')} are kept.`),
  )

const placedSteps = ({ milestones, phases }: Template) => [
  ...milestones.map((thing, at) => ({ path: ['milestones', at], thing })),
  ...phases.map((thing, at) => ({ path: ['phases', at], thing })),
]

function withoutKickoff(template: Template): readonly TemplateProblem[] {
  if (template.milestones.some(({ key }) => key === 'kickoff')) return []
  return placedSteps(template).flatMap(({ path, thing: { anchor } }) =>
    anchor === 'kickoff'
      ? note([...path, 'anchor'], 'No milestone has the key “kickoff”, so this has no day.')
      : [],
  )
}

function ofNoVariant(template: Template): readonly TemplateProblem[] {
  const placed = [...placedQuestions(template), ...placedSteps(template)]
  const sentence = 'No variant stands here, so this is never used. Name one, or remove the list.'
  return placed.flatMap(({ path, thing: { variants } }) =>
    variants?.length === 0 ? note([...path, 'variants'], sentence) : [],
  )
}

const areTogether = ({ variants: some }: Question, { variants: others }: Question) =>
  !some || !others || some.some((variant) => others.includes(variant))

function writtenTwice(template: Template): readonly TemplateProblem[] {
  const placed = placedQuestions(template)
  return placed.flatMap(({ path, thing }, at) => {
    const { writeTo } = thing
    const first = placed
      .slice(0, at)
      .find((one) => one.thing.writeTo === writeTo && areTogether(one.thing, thing))
    if (writeTo === undefined || !first) return []
    const sentence = `Where “${first.thing.key}” is answered, this answer is not written to ${writeTo}: the first one is.`
    return note([...path, 'writeTo'], sentence)
  })
}

/** What a template plans, asks or writes in vain: phases that overlap or leave days out, steps without a day, sections without questions, what no variant uses, answers that another one keeps from being written, checklists beside one of the same side, and ratings that no field holds. */
export function planNotes(template: Template): readonly TemplateProblem[] {
  return [
    ...emptySections(template),
    ...ofNoVariant(template),
    ...writtenTwice(template),
    ...coverNotes(template),
    ...withoutKickoff(template),
    ...repeated(keysAt(['checklists'], template.checklists, 'role'), 'checklist of'),
    ...unkeptRatings(template),
  ]
}
