import { Hono } from 'hono'
import * as z from 'zod'
import type { Org } from '../org/org.ts'
import { faultRuleSchema } from './rule.ts'

const oneOrMany = z
  .union([faultRuleSchema, z.array(faultRuleSchema)])
  .transform((rules) => (Array.isArray(rules) ? rules : [rules]))
const clockSchema = z.object({ skewMilliseconds: z.number() })
const switchesSchema = z.record(z.string(), z.union([z.boolean(), z.number()]))
const sessionSchema = z.object({ userId: z.string(), mayCallApi: z.boolean().default(true) })

/** The one address from which an org is told to misbehave, and asked what it has seen: `/__demo`. */
export function controlAddress(org: Org): Hono {
  const app = new Hono().basePath('/__demo')
  app.onError((error, context) => context.json({ error: error.message }, 400))
  app.get('/faults', (context) => context.json({ faults: org.faults.list() }))
  app.post('/faults', async (context) => {
    for (const rule of oneOrMany.parse(await context.req.json())) org.faults.add(rule)
    return context.json({ faults: org.faults.list() }, 201)
  })
  app.delete('/faults', (context) => {
    org.faults.clear()
    return context.body(null, 204)
  })
  app.get('/clock', (context) => context.json({ now: org.state.now().toISOString() }))
  app.put('/clock', async (context) => {
    org.clock.skew(clockSchema.parse(await context.req.json()).skewMilliseconds)
    return context.json({ now: org.state.now().toISOString() })
  })
  app.put('/switches', async (context) => {
    Object.assign(org.state.file.switches, switchesSchema.parse(await context.req.json()))
    return context.json(org.state.file.switches)
  })
  app.post('/sessions', async (context) => {
    const { userId, mayCallApi } = sessionSchema.parse(await context.req.json())
    const id = mayCallApi ? org.signIn(userId) : org.signInToPages(userId)
    return context.json({ sessionId: id }, 201)
  })
  app.delete('/sessions', (context) => {
    org.sessions.endAll()
    return context.body(null, 204)
  })
  app.get('/calls', (context) => context.json({ calls: org.calls.all() }))
  app.delete('/calls', (context) => {
    org.calls.clear()
    return context.body(null, 204)
  })
  app.get('/state', (context) => context.json(summary(org)))
  app.post('/reset', (context) => {
    org.reset()
    return context.json(summary(org))
  })
  return app
}

/** How many records of each object there are, and how many calls there were. */
function summary(org: Org) {
  const { schema, store } = org.state
  const counts = schema.objects().map(({ name }) => [name, store.table(name).size()] as const)
  return {
    name: org.state.file.name,
    now: org.state.now().toISOString(),
    calls: org.calls.count(),
    records: Object.fromEntries(counts.filter(([, count]) => count > 0)),
  }
}
