import type { Variant } from './variant.ts'
import { holds, judge, type Situation } from './conditions.ts'
import type { Deal } from './deal.ts'
import { formulaInput, formulaNames } from './formula-binding.ts'
import type { FormulaEngine } from './formula-engine.ts'
import type { Template } from './template.ts'

/** What a template is chosen by. */
export interface Choosing {
  readonly templates: readonly Template[]
  readonly deal: Deal
  /** Kinds of handoff that this deal has behind it. */
  readonly done: ReadonlySet<Template['kind']>
  /** The deal is the user's own. */
  readonly isMine: boolean
  /** The org's stages in their order; empty when they are not known. */
  readonly stages: readonly string[]
  readonly judging: Judging
}

/** What conditions with a formula are judged with. */
export interface Judging {
  /** By the key of the template; a template without formulas has none. */
  readonly engines: ReadonlyMap<string, FormulaEngine>
  /** ISO 8601. */
  readonly now: string
  readonly timeZone?: string | undefined
}

function situationOf(template: Template, deal: Deal, { engines, ...clock }: Judging): Situation {
  const engine = engines.get(template.key)
  const nothing = { answers: {}, unticked: [], variant: 'standard' as const }
  const input = engine && formulaInput(formulaNames(template), nothing, { deal, ...clock })
  const formulas = engine && input && ((formula: string) => engine.evaluate(formula, input))
  return { deal, answers: {}, variant: 'standard', formulas }
}

/** Whether a deal is on its way to be won: open, and past the first stage. */
export function isUnderWay({ fields }: Deal, stages: readonly string[]): boolean {
  const stage = stages.indexOf(String(fields['Opportunity.StageName']))
  return stage > 0 && fields['Opportunity.IsClosed'] !== true
}

/** Whether a handoff with that template is only prepared: the deal is on its way, and does not call for it yet. */
export function isPreparing(
  template: Template,
  deal: Deal,
  { stages, judging }: Pick<Choosing, 'stages' | 'judging'>,
): boolean {
  if (!isUnderWay(deal, stages)) return false
  return judge(template.appliesWhen, situationOf(template, deal, judging)) === false
}

const asWon = (deal: Deal): Deal => ({
  ...deal,
  fields: { ...deal.fields, 'Opportunity.IsClosed': true, 'Opportunity.IsWon': true },
})

/** A change of territory is decided from outside, at any time: nobody prepares for it while they sell. */
const isStep = ({ kind }: Template) => kind !== 'territory'

/**
 * The template for a deal by the rules of the templates, the first that fits and was not gone through yet. Whoever
 * has a deal on its way without a handoff to make now prepares the one that comes when it is won.
 */
export function proposedTemplate(choosing: Choosing): Template | null {
  const { templates, deal, done, isMine, stages, judging } = choosing
  const fitting = (as: Deal) =>
    templates.filter((one) => holds(one.appliesWhen, situationOf(one, as, judging)))
  const now = fitting(deal)
  const left = now.filter(({ kind }) => !done.has(kind))
  const prepared =
    isMine && isUnderWay(deal, stages)
      ? [...left, ...fitting(asWon(deal))].find((one) => isStep(one) && !done.has(one.kind))
      : undefined
  // What was handed over already goes on to whoever comes after.
  return prepared ?? left[0] ?? now.at(-1) ?? templates[0] ?? null
}

/** The first variant whose condition holds, else the standard one, else the first there is. */
export function proposedVariant(template: Template, deal: Deal, judging: Judging): Variant {
  const situation = situationOf(template, deal, judging)
  const fitting = template.variantWhen.find(({ when }) => holds(when, situation))
  if (fitting) return fitting.variant
  const { variants } = template
  return variants.includes('standard') ? 'standard' : (variants[0] ?? 'standard')
}
