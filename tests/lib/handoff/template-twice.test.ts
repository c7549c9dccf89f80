import { describe, expect, it } from 'vitest'
import { shelving } from '#lib/handoff/shelving.ts'
import { knownTemplates } from '#lib/handoff/shelf.ts'
import { namesTwice } from '#lib/handoff/template-twice.ts'
import { question, section, template } from './builders.ts'

const paths = (text: string) => namesTwice(text).map(({ path }) => path)

describe('a name that stands in one object of JSON twice', () => {
  it.each([
    { text: '{"a": 1, "a": 2}', at: ['a'] },
    { text: '{"a": 1, "b": {"a": 2}, "c": [{"a": 3}, {"a": 4}]}', at: [] },
    {
      text: '{"s": [{}, {"q": [{"label": "One", "x": [], "label": "Two"}]}]}',
      at: ['s[1].q[0].label'],
    },
    { text: '{"a": 1, "a": 2, "a": 3}', at: ['a', 'a'] },
    { text: String.raw`{"label": "One", "la\u0062el": "Two"}`, at: ['label'] },
    { text: String.raw`{"a": "\"a\": {", "b": ["a", "a", "},{\"a\\"], "c": "a"}`, at: [] },
    { text: '{"__proto__": 1, "constructor": 2}', at: [] },
    { text: '["a", "a", {"a": [], "b": 1, "a": {}}]', at: ['[2].a'] },
    { text: '"a"', at: [] },
  ])('is found at $at in $text', ({ text, at }) => {
    expect(JSON.parse(text)).toBeDefined()
    expect(paths(text)).toEqual(at)
  })

  it('is told with the lines on which it stands', () => {
    expect(namesTwice('{\n  "name": "Ours",\r\n  "key": "x",\n  "name": "Theirs"\n}')).toEqual([
      {
        path: 'name',
        sentence:
          '“name” stands here twice, on the lines 2 and 4, and only the last would count. Remove one.',
      },
    ])
    expect(namesTwice('{"name": 1, "name": 2}')[0]?.sentence).toMatch(/twice, on line 1, and/)
  })
})

describe('a template with a name twice in one object', () => {
  const known = knownTemplates({ builtIn: [], shelved: [] })
  const text = JSON.stringify(template([section([question()])]))
  const twice = text.replace('"label":', '"label":"Lost words","label":')

  it('is not imported, because one of both would be lost', async () => {
    expect(await shelving(twice, known, { types: {} })).toMatchObject({
      outcome: 'faulty',
      problems: [{ path: 'sections[0].questions[0].label' }],
    })
    expect(await shelving(text, known, { types: {} })).toMatchObject({ outcome: 'fit' })
  })

  it('has everything told at once that is wrong with it', async () => {
    const wrong = twice.replace('"weight":1', '"weight":-1')
    expect(await shelving(wrong, known, { types: {} })).toMatchObject({
      problems: [{ path: 'sections[0].questions[0].label' }, { path: 'sections[0].weight' }],
    })
  })
})
