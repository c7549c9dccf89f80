/** Those who ask for the same while it is being answered share one answer; who comes later asks anew. */
export function shared<Asked, Answer>(
  keyOf: (asked: Asked) => string,
  ask: (asked: Asked) => Promise<Answer>,
): (asked: Asked) => Promise<Answer> {
  const underway = new Map<string, Promise<Answer>>()
  return (asked) => {
    const key = keyOf(asked)
    const answer = underway.get(key) ?? ask(asked).finally(() => underway.delete(key))
    underway.set(key, answer)
    return answer
  }
}
