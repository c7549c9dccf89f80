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

/** How light a colour is, as WCAG reckons it. */
function lightness(hex: string): number {
  const parts = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
  const [red = 0, green = 0, blue = 0] = parts.map((part) =>
    part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  )
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

it.each([1, 2])('white words on a main button can be read, under a pointer too: %i', (state) => {
  const text = readFileSync('components/ui/tokens.css', 'utf8')
  const token = new RegExp(`accent-container-${state}: light-dark\\((#\\w{6}), (#\\w{6})\\)`)
  const [, light = '', dark = ''] = token.exec(text) ?? []
  for (const colour of [light, dark]) expect(1.05 / (lightness(colour) + 0.05)).toBeGreaterThan(4.5)
})
