import { describe, expect, it } from 'vitest'
import { shared } from '#lib/salesforce/shared.ts'

function counting() {
  const asked: string[] = []
  const answers: PromiseWithResolvers<number>[] = []
  const ask = shared(
    (about: string) => about,
    (about) => {
      asked.push(about)
      const answer = Promise.withResolvers<number>()
      answers.push(answer)
      return answer.promise
    },
  )
  return { asked, answers, ask }
}

describe('what several ask for at once', () => {
  it('is asked once', async () => {
    const { asked, answers, ask } = counting()
    const both = Promise.all([ask('acme'), ask('acme')])
    answers[0]?.resolve(1)
    expect(await both).toEqual([1, 1])
    expect(asked).toEqual(['acme'])
  })

  it('is asked anew once it was answered, or refused', async () => {
    const { asked, answers, ask } = counting()
    const first = ask('acme')
    answers[0]?.reject(new Error('offline'))
    await expect(first).rejects.toThrow('offline')
    const second = ask('acme')
    answers[1]?.resolve(2)
    expect(await second).toBe(2)
    expect(asked).toHaveLength(2)
  })

  it('is asked for each subject', () => {
    const { asked, ask } = counting()
    void ask('acme')
    void ask('other')
    expect(asked).toEqual(['acme', 'other'])
  })
})
