/** What is on its way, or, where it has not come after so many milliseconds, what holds without it. */
export async function inTime<Value>(
  coming: Promise<Value>,
  without: Value,
  milliseconds: number,
): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<Value>((resolve) => {
    timer = setTimeout(() => resolve(without), milliseconds)
  })
  const first = await Promise.race([coming, late])
  clearTimeout(timer)
  return first
}
