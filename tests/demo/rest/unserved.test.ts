import { describe, expect, it } from 'vitest'
import { served } from './served.ts'

describe('an address below an object that the org does not serve', () => {
  it.each([
    'describe/layouts/012000000000001AAA',
    'describe/namedLayouts/UserAlt',
    'describe/approvalLayouts/Discount',
    'listviews/00B000000000000AAA/results',
    'quickActions/Nope',
    'recent',
    'defaultValues',
    'eventSeriesUpdates',
  ])('%s is not there, and no external id', async (path) => {
    const { answer } = served()
    expect(await answer('GET', `/sobjects/Account/${path}`)).toEqual({
      status: 404,
      body: [{ errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' }],
    })
  })
})
