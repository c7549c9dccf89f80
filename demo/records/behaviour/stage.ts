import type { OrgState } from '../../org/state.ts'
import type { Row } from '../../soql/source.ts'

/** The OpportunityStage row of a stage name; unknown stages have none. */
export function stageOf(state: OrgState, stageName: unknown): Row | undefined {
  const stages = state.store.table('OpportunityStage')
  return stages.where('ApiName', stageName)[0] ?? stages.where('MasterLabel', stageName)[0]
}

/** Probability and forecast category of the stages every new org has. */
const USUAL: Readonly<Record<string, readonly [number, string]>> = {
  Prospecting: [10, 'Pipeline'],
  Qualification: [10, 'Pipeline'],
  'Needs Analysis': [20, 'Pipeline'],
  'Value Proposition': [50, 'Pipeline'],
  'Id. Decision Makers': [60, 'Pipeline'],
  'Perception Analysis': [70, 'Pipeline'],
  'Proposal/Price Quote': [75, 'Pipeline'],
  'Negotiation/Review': [90, 'Pipeline'],
  'Closed Won': [100, 'Closed'],
  'Closed Lost': [0, 'Omitted'],
}

const CATEGORY_NAMES: Readonly<Record<string, string>> = {
  BestCase: 'Best Case',
  Forecast: 'Commit',
}

/** The label of a forecast category: `BestCase` is shown as "Best Case". */
function forecastCategoryName(category: string): string {
  return CATEGORY_NAMES[category] ?? category
}

/** A stage row for a picklist value that the org folder says nothing about. */
export function usualStage(name: string, sortOrder: number): Row {
  const isWon = /\bwon\b/i.test(name)
  const isClosed = isWon || /\b(closed|lost)\b/i.test(name)
  return stageOfKind({ name, sortOrder, isClosed, isWon })
}

interface StageOfKind {
  readonly name: string
  readonly sortOrder: number
  readonly isClosed: boolean
  readonly isWon: boolean
}

/** A stage row for a stage that is open, won or lost. */
export function stageOfKind({ name, sortOrder, isClosed, isWon }: StageOfKind): Row {
  const guess = isWon
    ? ([100, 'Closed'] as const)
    : ([isClosed ? 0 : 50, isClosed ? 'Omitted' : 'Pipeline'] as const)
  const [probability, category] = USUAL[name] ?? guess
  return {
    MasterLabel: name,
    ApiName: name,
    IsActive: true,
    SortOrder: sortOrder,
    IsClosed: isClosed,
    IsWon: isWon,
    ForecastCategory: category,
    ForecastCategoryName: forecastCategoryName(category),
    DefaultProbability: probability,
    Description: null,
  }
}
