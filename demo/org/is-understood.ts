/** Whether a text can be read by what throws a `RangeError` where it cannot. Other errors are passed on. */
export function isUnderstood(read: (text: string) => unknown, text: string): boolean {
  try {
    read(text)
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}
