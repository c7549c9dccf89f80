import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'
import { sharing, withHelpers } from '#lib/manifest/own-helpers.ts'

const helpers = 'var a=(x)=>x+1,b=()=>40;export{a as n,b as t};'

it('what a chunk imports of the bundler’s helpers is in it, by the names that it uses', () => {
  const code = 'import{n as e,t as r}from"./rolldown-runtime-CNOWq4Kh.js";e(e(r()))'
  const whole = withHelpers({ code }, helpers)
  expect(whole).not.toContain('import')
  const [own = '', exports] = whole.split('export')
  expect(runInNewContext(`${own}ownHelper_n(ownHelper_t())+e(e(r()))`)).toBe(41 + 42)
  expect(exports).toBe('{ownHelper_n as $$n,ownHelper_t as $$t};')
})

it('a chunk that ends with where its source map is gives the others its helpers all the same', () => {
  const code =
    'import{n as e}from"./rolldown-runtime-CNOWq4Kh.js";e(1)\n//# sourceMappingURL=surface.js.map'
  const [, mapped = ''] = withHelpers({ code }, helpers).split('//#')
  expect(mapped).toContain('\n;const{')
})

it('another chunk takes them from there', () => {
  const code = 'import{n as e,t}from"./rolldown-runtime-CNOWq4Kh.js";e(t())'
  expect(sharing({ code }, 'chunks/surface-ab12.js')).toBe(
    'import{$$n as e,$$t as t}from"./surface-ab12.js";e(t())',
  )
})

it('helpers that are written otherwise stop the build', () => {
  expect(() => withHelpers({ code: 'let e=1;' }, helpers)).toThrow('own-helpers.ts')
  const code = 'import{n as e}from"./rolldown-runtime-CNOWq4Kh.js";'
  expect(() => withHelpers({ code }, 'var a=1;')).toThrow('own-helpers.ts')
})
