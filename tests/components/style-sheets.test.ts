import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const sheets = globSync('components/**/*.css').filter((file) => !file.endsWith('tokens.css'))
const tokens = new Set(
  Array.from(
    readFileSync('components/ui/tokens.css', 'utf8').matchAll(/(--slds-g-[\w-]+):/g),
    ([, name]) => name,
  ),
)

/** Every use of a token in a sheet, with what stands in for it when it has no value. */
const usesIn = (file: string) =>
  Array.from(
    readFileSync(file, 'utf8').matchAll(/var\((--[\w-]+)([^)]*)\)/g),
    ([, name = '', fallback = '']) => ({ name, fallback }),
  )

describe('the style sheets', () => {
  it.each(sheets)('%s uses only tokens that exist', (file) => {
    expect(usesIn(file).filter(({ name }) => !tokens.has(name))).toEqual([])
  })

  it.each(sheets)('%s shows a missing colour in fuchsia', (file) => {
    const colours = usesIn(file).filter(({ name }) => name.includes('-color-'))
    expect(colours.filter(({ fallback }) => fallback !== ', fuchsia')).toEqual([])
  })

  it.each(sheets)('%s keeps lines apart where the browser makes small letters larger', (file) => {
    expect(readFileSync(file, 'utf8')).not.toMatch(/line-height: [\d.]+(rem|px)/)
  })

  it.each(sheets)('%s writes no colour of its own', (file) => {
    const text = readFileSync(file, 'utf8').replaceAll(', fuchsia)', ')')
    expect(text).not.toMatch(/#[\da-f]{3,8}\b|\brgb|\bhsl|:\s*(white|black|fuchsia)\b/i)
  })
})
