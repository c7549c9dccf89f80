// FNV-1a, four times with different starts: not for secrets, only so that the same parts give the same key.
function hash(text: string, start: number): string {
  let value = start
  for (let at = 0; at < text.length; at += 1) {
    value = Math.imul(value ^ text.charCodeAt(at), 0x01_00_01_93)
  }
  return (value >>> 0).toString(16).padStart(8, '0')
}

const starts = [0x81_1c_9d_c5, 0x01_23_45_67, 0x5b_d1_e9_95, 0x9e_37_79_b9]

/** A key of 32 characters that always comes out the same for the same parts. */
export function derivedKey(...parts: readonly string[]): string {
  const text = parts.map((part) => `${part.length}:${part}`).join('')
  return starts.map((start) => hash(text, start)).join('')
}
