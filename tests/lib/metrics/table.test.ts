import { describe, expect, it } from 'vitest'
import { handoffsCsv } from '#lib/metrics/report.ts'
import { record } from './records.ts'

describe('the handoffs as a table', () => {
  it.each(['=1+1', '+1', '-1', '@x', '\tx'])('writes a name such as %j as text', (name) => {
    expect(handoffsCsv([record({ name })], 'en-GB')).toContain(`"'${name}"`)
  })

  it('names the deal, its account and the currency in a table that Excel reads as UTF-8', () => {
    const over = { opportunityName: '=Zürich', accountName: 'Nordwind', currency: 'CHF' }
    const [head = '', row = ''] = handoffsCsv([record(over)], 'en-GB').split('\r\n')
    expect(head).toMatch(/^\uFEFF"Handoff","Deal","Account",.*"Amount","Currency",/)
    expect(row).toMatch(/^"HO-00001","'=Zürich","Nordwind",.*"1000","CHF",/)
  })

  it('tells what recipient, sender and manager rated', () => {
    const ratings = { context: 4, promises: 3, sentiment: 3, start: 1, manager: 2 }
    const [head = '', row = ''] = handoffsCsv([record({ ratings })], 'en-GB').split('\r\n')
    const titles =
      '"Rating by the recipient","Rating by the sender","Rating by the manager","Stage"'
    expect(head).toContain(titles)
    expect(row).toContain(',"3.33","1","2",')
  })

  it('has what a forecast goes by, as far as the reader sees it', () => {
    const over = { stage: 'Closed Won', closeDate: '2026-11-26', forecastCategory: 'Closed' }
    const [head = '', row = ''] = handoffsCsv([record(over)], 'en-GB').split('\r\n')
    expect(head).toContain(',"Stage","Close date","Forecast category",')
    expect(row).toContain(',"Closed Won","2026-11-26","Closed",')
    const [, bare = ''] = handoffsCsv([record()], 'en-GB').split('\r\n')
    const at = head.split(',').indexOf('"Forecast category"')
    expect(bare.split(',').slice(at - 2, at + 1)).toEqual(['""', '""', '""'])
  })

  it('leaves an amount below zero a number that can be summed', () => {
    expect(handoffsCsv([record({ amount: -1500.5 })], 'en-GB')).toContain(',"-1500.5",')
    expect(handoffsCsv([record({ amount: null })], 'en-GB')).toContain('"","EUR"')
  })

  it('writes decimals, and what stands between the cells, as a spreadsheet of that locale reads them', () => {
    const one = record({ name: '=a;b', amount: -1500.5, completeness: 0.82 })
    const [head = '', row = ''] = handoffsCsv([one], 'de-DE').split('\r\n')
    expect(head).toMatch(/^\uFEFF"Handoff";"Deal";/)
    expect(row).toMatch(/^"'=a;b";.*;"-1500,5";"EUR";"0,82";/)
    expect(handoffsCsv([one], 'fr-FR')).toContain(';"-1500,5";')
    expect(handoffsCsv([one], 'en-US')).toContain(',"-1500.5","EUR","0.82",')
  })

  it('doubles quotation marks in a table', () => {
    expect(handoffsCsv([record({ name: 'a "b", c' })], 'en-GB')).toContain('"a ""b"", c"')
  })
})
