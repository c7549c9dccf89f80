import { describe, expect, it } from 'vitest'
import { check } from './check/check.ts'
import { readPackage } from './check/package-files.ts'

const files = readPackage('salesforce/force-app/main/default')

describe('the metadata', () => {
  it('has nothing that a deployment would refuse', () => {
    expect(check(files)).toEqual([])
  })
})
