/** jsforce names CSV readers and writers for its bulk APIs, which are not used here: 100 kB less to load. */
const absent = (): never => {
  throw new Error('CSV is not part of the extension.')
}

export const parse = absent
export const stringify = absent
export const Parser = absent
