/**
 * jsforce names Node's `crypto` for its own OAuth, which is not used here: sign-in is the session of the
 * tab's org. Whatever asks for it learns so.
 */
const absent = (): never => {
  throw new Error('Node cryptography is not part of the extension.')
}

export const createHash = absent
export const randomBytes = absent
