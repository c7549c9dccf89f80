import { describe, expect, it } from 'vitest'
import { check } from './check/check.ts'
import { readPackages } from './check/package-files.ts'

const files = readPackages('salesforce')

describe('the metadata', () => {
  it('has nothing that a deployment would refuse', () => {
    expect(check(files)).toEqual([])
  })
})
