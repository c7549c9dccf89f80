import { textOf } from '../text.ts'
import type { Row } from '../../soql/source.ts'
import { refuse } from '../refusal.ts'
import type { Change, Writer } from '../writer.ts'
import type { Behaviour } from './behaviour.ts'
import { expectedRevenue } from './expected-revenue.ts'

/** Products of a deal: prices come from the price book, and the deal's amount is their sum. */
export const lineItem: Behaviour = {
  prepare: (change) => {
    const entry = entryOf(change)
    if (!entry) return { ...change.after, ...prices(change, change.after) }
    const product = row(change.writer, 'Product2', entry['Product2Id'])
    const deal = row(change.writer, 'Opportunity', change.after['OpportunityId'])
    const filled = {
      ...change.after,
      PricebookEntryId: entry['Id'],
      Product2Id: entry['Product2Id'],
      ProductCode: product?.['ProductCode'] ?? null,
      ListPrice: entry['UnitPrice'],
      Name: `${textOf(deal?.['Name'])} ${textOf(product?.['Name'])}`.trim(),
    }
    return { ...filled, ...prices(change, filled) }
  },
  check: ({ after }) => {
    if (typeof after['PricebookEntryId'] === 'string') return
    const message =
      'field integrity exception: PricebookEntryId (pricebook entry has not been specified)'
    throw refuse('FIELD_INTEGRITY_EXCEPTION', message, ['PricebookEntryId'])
  },
  settle: ({ writer, after }) => sumUp(writer, after['OpportunityId']),
  remove: (writer, item) => sumUp(writer, item['OpportunityId'], item['Id']),
}

function entryOf({ writer, after }: Change): Row | undefined {
  const entry = row(writer, 'PricebookEntry', after['PricebookEntryId'])
  if (entry || typeof after['Product2Id'] !== 'string') return entry
  const book = row(writer, 'Opportunity', after['OpportunityId'])?.['Pricebook2Id']
  const entries = writer.state.store
    .table('PricebookEntry')
    .where('Product2Id', after['Product2Id'])
  return entries.find((one) => one['Pricebook2Id'] === book) ?? entries[0]
}

/** The client gives the sales price or the total; the other follows. */
function prices({ given }: Change, after: Row): Row {
  const quantity = Number(after['Quantity'] ?? 0)
  const rate = 1 - Number(after['Discount'] ?? 0) / 100
  if (given.has('TotalPrice') && !given.has('UnitPrice') && quantity * rate !== 0) {
    const total = Number(after['TotalPrice'])
    return { UnitPrice: cents(total / quantity / rate), Subtotal: cents(total / rate) }
  }
  const unit = Number(after['UnitPrice'] ?? after['ListPrice'] ?? 0)
  const subtotal = cents(unit * quantity)
  return { UnitPrice: unit, Subtotal: subtotal, TotalPrice: cents(subtotal * rate) }
}

function sumUp(writer: Writer, dealId: unknown, without?: unknown): void {
  const deal = row(writer, 'Opportunity', dealId)
  if (!deal) return
  const items = writer.state.store
    .table('OpportunityLineItem')
    .where('OpportunityId', dealId)
    .filter((item) => item['IsDeleted'] !== true && item['Id'] !== without)
  const total = (name: string) => items.reduce((sum, item) => sum + Number(item[name] ?? 0), 0)
  const amount = items.length > 0 ? { Amount: cents(total('TotalPrice')) } : {}
  const book = row(writer, 'PricebookEntry', items[0]?.['PricebookEntryId'])?.['Pricebook2Id']
  writer.derive.update('Opportunity', {
    Id: dealId,
    ...amount,
    ...expectedRevenue({ ...deal, ...amount }),
    HasOpportunityLineItem: items.length > 0,
    TotalOpportunityQuantity:
      items.length > 0 ? total('Quantity') : deal['TotalOpportunityQuantity'],
    Pricebook2Id: deal['Pricebook2Id'] ?? book ?? null,
  })
}

function row({ state }: Writer, objectName: string, id: unknown): Row | undefined {
  return typeof id === 'string' ? state.store.table(objectName).get(id) : undefined
}

const cents = (amount: number): number => Math.round(amount * 100) / 100
