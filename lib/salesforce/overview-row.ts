import type { OverviewItem } from '#lib/handoff/overview-item.ts'
import type { Shapes } from './describe.ts'
import { decisionValues, keyOf, variantValues } from './handoff-values.ts'
import { isVisible, ratingFields, ratingsIn } from './handoff-record.ts'
import { itemColumns, readItem } from './inbox-row.ts'
import { type Names, parentOf } from './names.ts'
import {
  instantAt,
  isEmptyAt,
  isTrueAt,
  numberAt,
  type SalesforceRecord,
  textAt,
} from './record.ts'

type Own = Names['handoff']['fields']

const figures = (own: Own) => [
  own.variant,
  own.decision,
  own.delayReason,
  own.completedAt,
  own.firstCustomerContactAt,
  ...Object.values(ratingFields(own)),
  own.pulseRepeat,
  own.pulseDelay,
  own.pulseConsistent,
]

/** What a forecast goes by, and where the deal says it. */
const forecast = {
  stage: 'StageName',
  closeDate: 'CloseDate',
  forecastCategory: 'ForecastCategoryName',
} as const

/** The columns of a handoff in an overview: those of a list, and what figures are made from. */
export function overviewColumns(names: Names, shapes: Shapes) {
  const { fields: own, object } = names.handoff
  const shape = shapes[object]
  const visible = figures(own).filter((column) => shape === undefined || column in shape.fields)
  const deal = parentOf(own.opportunity)
  const parent = ['IsWon', 'IsClosed', 'LastActivityDate', 'NextStep', ...Object.values(forecast)]
    .filter((name) => isVisible(shapes['Opportunity'], name))
    .map((name) => `${deal}.${name}`)
  return itemColumns(names, shapes, [...visible, ...parent])
}

/** A row of an overview in the domain's words; null when it has no status or sender that we know. */
export function readOverviewItem(names: Names, record: SalesforceRecord): OverviewItem | null {
  const item = readItem(names, record)
  if (!item) return null
  const { fields: own } = names.handoff
  return {
    ...item,
    variant: keyOf(variantValues, textAt(record, own.variant)) ?? 'standard',
    clarifications: item.clarificationCount ?? 0,
    resubmissions: item.resubmissionCount ?? 0,
    decision: keyOf(decisionValues, textAt(record, own.decision)),
    delayReason: textAt(record, own.delayReason),
    completedAt: instantAt(record, own.completedAt),
    firstContactAt: instantAt(record, own.firstCustomerContactAt),
    // What Salesforce does not keep on the handoff is not guessed.
    kickoffAt: null,
    firstValueAt: null,
    wonAt: null,
    stageMovedAt: null,
    ...ofDeal(own, record),
    ratings: ratingsIn(own, record),
    pulse: {
      repeat: numberAt(record, own.pulseRepeat),
      delay: numberAt(record, own.pulseDelay),
      consistent: numberAt(record, own.pulseConsistent),
    },
  }
}

function ofDeal(own: Own, record: SalesforceRecord) {
  const deal = parentOf(own.opportunity)
  const isWon = isTrueAt(record, `${deal}.IsWon`)
  const outcome = isWon ? 'won' : isTrueAt(record, `${deal}.IsClosed`) ? 'lost' : 'open'
  return {
    outcome: textAt(record, own.opportunity) === '' ? null : outcome,
    lastActivityAt: instantAt(record, `${deal}.LastActivityDate`),
    lacksNextStep: isEmptyAt(record, `${deal}.NextStep`),
    stage: textAt(record, `${deal}.${forecast.stage}`),
    closeDate: textAt(record, `${deal}.${forecast.closeDate}`),
    forecastCategory: textAt(record, `${deal}.${forecast.forecastCategory}`),
  } as const
}
