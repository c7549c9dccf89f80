const absent = (): never => {
  throw new Error('Binary data is not part of the extension.')
}

/** What jsforce needs of Node's `Buffer` for JSON: how many bytes a body has. Blobs and archives are not sent. */
export const Buffer = {
  byteLength: (text: string) => new TextEncoder().encode(text).length,
  isBuffer: () => false,
  from: absent,
  concat: absent,
}
