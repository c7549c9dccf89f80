import { globSync, readFileSync } from 'node:fs'
import { runInThisContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { nativeAt, pathIn, withNativeHelpers } from '#lib/manifest/native-runtime.ts'

const modules = globSync('node_modules/jsforce/browser/**/*.js').flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/"(@babel\/runtime-corejs3\/core-js[^"]+)"/g)].map(
    ([, id = '']) => id,
  ),
)

describe('what jsforce takes from core-js', () => {
  it.each([...new Set(modules)])('the browser has itself: %s', (id) => {
    expect(runInThisContext(`typeof (${nativeAt(pathIn(id))})`)).not.toBe('undefined')
  })

  it.each([
    ['@babel/runtime-corejs3/core-js-stable/instance/starts-with', 'abc', 'startsWith'],
    ['core-js-pure/features/instance/index-of.js', [1], 'indexOf'],
  ] as const)('is a method of what is asked: %s', (id, it_, method) => {
    const take: unknown = runInThisContext(`(${nativeAt(pathIn(id))})`)
    expect(take).toBeTypeOf('function')
    expect(nativeAt(pathIn(id))).toBe(`(it) => it.${method}`)
    expect(Reflect.get(Object(it_), method)).toBeTypeOf('function')
  })

  it('leaves the globals as they are', () => {
    expect(nativeAt(pathIn('core-js/modules/es.array.push.js'))).toBe('{}')
  })

  it.each(['@babel/runtime-corejs3/helpers/typeof', './typeof.js'])(
    'knows what a value is: %s',
    (id) => {
      expect(runInThisContext(`(${nativeAt(pathIn(id))})('a')`)).toBe('string')
    },
  )

  it.each([
    ['slicedToArray', new Map([['a', 1]]), [['a', 1]]],
    ['slicedToArray', [1, 2], [1, 2]],
    ['toConsumableArray', new Set([1, 2]), [1, 2]],
    ['toConsumableArray', 'ab', ['a', 'b']],
  ])('takes apart what can be gone through: %s of %o', (name, given, parts) => {
    const take: unknown = runInThisContext(
      `(${nativeAt(pathIn(`@babel/runtime/helpers/${name}`))})`,
    )
    expect(typeof take === 'function' && take(given)).toEqual(parts)
  })

  it('leaves out of an object what is named, and has nothing of nothing', () => {
    const path = pathIn('@babel/runtime-corejs3/helpers/objectWithoutProperties')
    const rest: unknown = runInThisContext(`(${nativeAt(path)})`)
    expect(typeof rest === 'function' && rest({ a: 1, b: 2, c: 3 }, ['b'])).toEqual({ a: 1, c: 3 })
    expect(typeof rest === 'function' && rest(null, ['b'])).toEqual({})
  })

  it('and the formula engine run no generators but those of async functions', () => {
    const files = globSync(
      'node_modules/{jsforce/browser,sformula/module,esformula/module}/**/*.js',
    )
    const used = files.flatMap((file) =>
      [
        ...readFileSync(file, 'utf8').matchAll(
          /_regeneratorRuntime[^;\n]*?\.(\w+)|\.(delegateYield)\(/g,
        ),
      ].map(([, called, delegated]) => called ?? delegated),
    )
    expect(new Set(used)).toEqual(new Set(['mark', 'wrap']))
  })
})

/** The files of the formula engine that bring this helper along. */
const filesWith = (helper: string) =>
  globSync('node_modules/{sformula,esformula}/module/**/*.js')
    .map((file) => readFileSync(file, 'utf8'))
    .filter((code) => code.includes(`function ${helper}(`))

const engine = filesWith('_createForOfIteratorHelper')

describe('a loop of the formula engine', () => {
  it('runs on a browser’s own iterators in every file that has one', () => {
    expect(engine.length).toBeGreaterThan(0)
    for (const code of engine.map(withNativeHelpers)) {
      expect(code).not.toContain('Invalid attempt to iterate')
      expect(code).toContain('all[Symbol.iterator]')
    }
  })

  it('goes over all there is, and ends what it leaves early', () => {
    const [helper = ''] = withNativeHelpers(engine[0] ?? '').split(
      /(?<=f\(\) \{ it\.return\?\.\(\) \} \}; \})/,
    )
    const start = helper.indexOf('function _createForOfIteratorHelper(')
    const seen = runInThisContext(`${helper.slice(start)}
      const seen = []
      function* three() { try { yield 1; yield 2; yield 3 } finally { seen.push('over') } }
      const go = (most) => {
        const loop = _createForOfIteratorHelper(three())
        try { let step; for (loop.s(); !(step = loop.n()).done;) {
          if (step.value > most) throw new Error('enough')
          seen.push(step.value)
        } } catch (error) { loop.e(error) } finally { loop.f() }
      }
      go(3)
      try { go(1) } catch ({ message }) { seen.push(message) }
      seen`)
    expect(seen).toEqual([1, 2, 3, 'over', 1, 'over', 'enough'])
  })
})

describe('an object that the formula engine puts together', () => {
  const files = filesWith('_objectSpread')

  it('is one of a browser’s own in every file that makes such', () => {
    expect(files.length).toBeGreaterThan(0)
    for (const code of files.map(withNativeHelpers)) {
      expect(code).not.toContain('_objectSpread(e)')
      expect(code).toContain('Object.assign(...all)')
    }
  })

  it('has what each of its parts has, the last one first', () => {
    const helper = withNativeHelpers(files[0] ?? '')
      .split('\n')
      .find((line) => line.startsWith('function _objectSpread('))
    const made: unknown = runInThisContext(
      `${helper}; JSON.stringify(_objectSpread(_objectSpread({}, { a: 1, b: 2 }), {}, { b: 3 }, null))`,
    )
    expect(made).toBe('{"a":1,"b":3}')
  })
})
