import { readdirSync, readFileSync } from 'node:fs'
import * as z from 'zod'

const folder = new URL('./recordings/', import.meta.url)

const exchangeSchema = z.object({
  method: z.string(),
  uri: z.string(),
  requestBody: z.unknown(),
  status: z.object({ code: z.number() }),
  responseBody: z.unknown(),
})

/** One request to a real org and its answer; the recorder wrote "vxx.0" for the version. */
export type Exchange = z.infer<typeof exchangeSchema>

/** A recorded answer, by its file below recordings/. */
export function recorded(file: string): unknown {
  return JSON.parse(readFileSync(new URL(file, folder), 'utf8'))
}

/** Every recorded conversation with a real org, by the name of its file. */
export function conversations(): { name: string; exchanges: Exchange[] }[] {
  const names = readdirSync(new URL('cumulusci/', folder)).filter((name) =>
    name.endsWith('.interactions.json'),
  )
  return names.map((name) => ({
    name: name.replace('.interactions.json', ''),
    exchanges: z.array(exchangeSchema).parse(recorded(`cumulusci/${name}`)),
  }))
}
