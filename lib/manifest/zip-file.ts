import { crc32 } from 'node:zlib'

/** A file as it goes into a zip: as it is, and deflated. */
export interface Deflated {
  readonly path: string
  readonly data: Uint8Array
  readonly deflated: Uint8Array
}

/** Midnight on 1 January 2026 as zips write it: the same bytes each time. */
const time = 0
const date = ((2026 - 1980) << 9) | (1 << 5) | 1
const version = 20
const deflate = 8
const utf8 = 0x0800

/** Numbers of 2 or 4 bytes, the lowest byte first. */
function bytes(...fields: readonly (readonly [size: 2 | 4, value: number])[]): Buffer {
  return Buffer.concat(
    fields.map(([size, value]) => {
      const field = Buffer.alloc(size)
      field.writeUIntLE(value, 0, size)
      return field
    }),
  )
}

/** What the head of a file and its line in the list at the end have in common. */
const about = ({ path, data, deflated }: Deflated) =>
  bytes(
    [2, version],
    [2, utf8],
    [2, deflate],
    [2, time],
    [2, date],
    [4, crc32(data)],
    [4, deflated.length],
    [4, data.length],
    [2, Buffer.byteLength(path)],
    [2, 0],
  )

const headOf = (file: Deflated) =>
  Buffer.concat([bytes([4, 0x04034b50]), about(file), Buffer.from(file.path)])

function lineOf(file: Deflated, offset: number): Buffer {
  const rest = bytes([2, 0], [2, 0], [2, 0], [4, 0], [4, offset])
  const start = bytes([4, 0x02014b50], [2, version])
  return Buffer.concat([start, about(file), rest, Buffer.from(file.path)])
}

/** A zip of files that were deflated elsewhere. */
export function zipFile(files: readonly Deflated[]): Buffer {
  const parts: Uint8Array[] = []
  const lines: Buffer[] = []
  let offset = 0
  for (const file of files) {
    const head = headOf(file)
    lines.push(lineOf(file, offset))
    parts.push(head, file.deflated)
    offset += head.length + file.deflated.length
  }
  const list = Buffer.concat(lines)
  const { length: count } = files
  const end = bytes(
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, count],
    [2, count],
    [4, list.length],
    [4, offset],
    [2, 0],
  )
  return Buffer.concat([...parts, list, end])
}
