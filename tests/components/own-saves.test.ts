import { describe, expect, it } from 'vitest'
import { isNews, newestRevision, noteSave } from '#components/hooks/own-saves.ts'

const key = () => crypto.randomUUID()

describe('the word that a draft has changed', () => {
  it('is news when somebody else has changed it', async () => {
    expect(await isNews({ draftKey: key(), revision: 2 })).toBe(true)
  })

  it('is none when this surface has stored that revision itself', async () => {
    const draftKey = key()
    await noteSave(draftKey, Promise.resolve(2))
    expect(await isNews({ draftKey, revision: 2 })).toBe(false)
  })

  it('is none though it comes before the answer to the save', async () => {
    const draftKey = key()
    const save = Promise.withResolvers<number | null>()
    const noted = noteSave(draftKey, save.promise)
    const news = isNews({ draftKey, revision: 2 })
    save.resolve(2)
    await noted
    expect(await news).toBe(false)
  })

  it('is news when somebody else came between two saves of this surface', async () => {
    const draftKey = key()
    await noteSave(draftKey, Promise.resolve(2))
    await noteSave(draftKey, Promise.resolve(4))
    expect(await isNews({ draftKey, revision: 3 })).toBe(true)
  })

  it('is news when the save of this surface was not stored', async () => {
    const draftKey = key()
    await noteSave(draftKey, Promise.reject(new Error('no worker')))
    expect(await isNews({ draftKey, revision: 2 })).toBe(true)
  })
})

describe('the newest revision of a draft', () => {
  it('is what this surface has stored last', async () => {
    const draftKey = key()
    await noteSave(draftKey, Promise.resolve(5))
    await noteSave(draftKey, Promise.resolve(null))
    expect(newestRevision({ key: draftKey, revision: 3 })).toBe(5)
    expect(newestRevision({ key: draftKey, revision: 7 })).toBe(7)
  })
})
