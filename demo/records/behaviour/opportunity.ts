import type { Row } from '../../soql/source.ts'
import { toDateTime } from '../datetime.ts'
import { refuse } from '../refusal.ts'
import { changes, type Change } from '../writer.ts'
import type { Behaviour } from './behaviour.ts'
import { expectedRevenue } from './expected-revenue.ts'
import { fiscalPeriod } from './fiscal-period.ts'
import { stageOf } from './stage.ts'

/** Deals: the stage decides probability and forecast, the close date the fiscal period. */
export const opportunity: Behaviour = {
  prepare: (change) => {
    const staged = { ...change.after, ...fromStage(change), ...summedAmount(change) }
    return { ...staged, ...expectedRevenue(staged), ...period(change, staged) }
  },
  check: ({ after: { Probability } }) => {
    if (typeof Probability !== 'number' || (Probability >= 0 && Probability <= 100)) return
    const message = `Probability (%): value outside of valid range on numeric field: ${Probability}`
    throw refuse('NUMBER_OUTSIDE_VALID_RANGE', message, ['Probability'])
  },
}

function fromStage(change: Change): Row {
  if (change.before && !changes(change, 'StageName')) return {}
  const stage = stageOf(change.writer.state, change.after['StageName'])
  if (!stage) return {}
  const given = change.given.has('Probability') && change.after['Probability'] !== null
  return {
    IsClosed: stage['IsClosed'],
    IsWon: stage['IsWon'],
    ForecastCategory: stage['ForecastCategory'],
    ForecastCategoryName: stage['ForecastCategoryName'],
    Probability: given ? change.after['Probability'] : stage['DefaultProbability'],
    ...(change.before ? { LastStageChangeDate: toDateTime(change.writer.state.now()) } : {}),
  }
}

function period(change: Change, { CloseDate }: Row): Row {
  if (typeof CloseDate !== 'string') return {}
  return fiscalPeriod(CloseDate, change.writer.state.file.fiscalYearStart)
}

/** With products on the deal the amount is their sum, and what a client sends is passed over. */
function summedAmount({ before }: Change): Row {
  return before?.['HasOpportunityLineItem'] === true ? { Amount: before['Amount'] } : {}
}
