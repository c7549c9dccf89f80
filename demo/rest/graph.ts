import * as z from 'zod'
import { refuseCall } from '../records/refusal.ts'
import { ok, type Call, type Reply } from './call.ts'
import {
  checkReferenceId,
  isFailure,
  type Part,
  type PartAnswer,
  partSchema,
  rolledBack,
  runParts,
} from './composite.ts'
import type { Dispatch } from './routes.ts'

const MOST_NODES = 500
const MOST_GRAPHS = 75
const DEEPEST = 15
const MOST_FAILURES = 14

const graphSchema = z.looseObject({
  graphId: z.string(),
  compositeRequest: z.array(partSchema),
})
const bodySchema = z.looseObject({ graphs: z.array(graphSchema) })
type Graph = z.infer<typeof graphSchema>

/**
 * `/composite/graph`: up to 75 graphs, each all or nothing by itself.
 * https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_composite_graph_limits.htm
 */
export function graphs(call: Call, dispatch: Dispatch): Reply {
  const parsed = bodySchema.safeParse(call.body)
  if (!parsed.success) throw refuseCall(400, 'JSON_PARSER_ERROR', 'Unable to read the graphs')
  const asked = parsed.data.graphs
  checkLimits(asked)
  let failures = 0
  return ok({
    graphs: asked.map((graph) => {
      const halted = failures >= MOST_FAILURES
      const answers = halted ? haltedAnswers(graph) : run(call, graph, dispatch)
      const isSuccessful = !answers.some(isFailure)
      if (!isSuccessful) failures += 1
      const graphResponse = { compositeResponse: answers }
      return { graphId: graph.graphId, graphResponse, isSuccessful }
    }),
  })
}

function run(call: Call, graph: Graph, dispatch: Dispatch): readonly PartAnswer[] {
  return runParts(call, { parts: graph.compositeRequest, allOrNone: true, dispatch })
}

function haltedAnswers({ compositeRequest }: Graph): PartAnswer[] {
  return compositeRequest.map(({ referenceId }) => ({
    body: rolledBack.body,
    httpHeaders: {},
    httpStatusCode: rolledBack.status,
    referenceId,
  }))
}

function checkLimits(asked: readonly Graph[]): void {
  const nodes = asked.reduce((sum, { compositeRequest }) => sum + compositeRequest.length, 0)
  if (asked.length > MOST_GRAPHS) throw limitExceeded('graphs', MOST_GRAPHS)
  if (nodes > MOST_NODES) throw limitExceeded('nodes', MOST_NODES)
  const ids = new Set(asked.map(({ graphId }) => graphId))
  if (ids.size < asked.length) throw refuseCall(400, 'INVALID_INPUT', 'Duplicate graphId')
  for (const { compositeRequest } of asked) {
    for (const part of compositeRequest) checkNode(part)
    if (depthOf(compositeRequest) > DEEPEST) throw limitExceeded('depth', DEEPEST)
    if (kindsIn(compositeRequest) > DEEPEST) throw limitExceeded('different nodes', DEEPEST)
  }
}

function limitExceeded(what: string, most: number) {
  return refuseCall(
    400,
    'LIMIT_EXCEEDED',
    `Composite graph limit exceeded: ${what}, ${most} at most`,
  )
}

/** Only records: a graph takes neither queries nor collections. */
function checkNode({ url, referenceId }: Part): void {
  checkReferenceId(referenceId)
  if (/^\/services\/data\/v\d+\.\d\/sobjects\/\w+/.test(url)) return
  const message = `Invalid resource in a composite graph: ${url} (${referenceId})`
  throw refuseCall(400, 'INVALID_INPUT', message)
}

function kindsIn(parts: readonly Part[]): number {
  return new Set(parts.map(({ method, url }) => `${method} ${url.split('/')[5] ?? ''}`)).size
}

/** The longest chain of nodes that each use the one before. */
function depthOf(parts: readonly Part[]): number {
  const depths = new Map<string, number>()
  for (const part of parts) {
    const text = JSON.stringify([part.url, part.body])
    const used = [...text.matchAll(/@\{(\w+)/g)].map(([, name = '']) => depths.get(name) ?? 0)
    depths.set(part.referenceId, 1 + Math.max(0, ...used))
  }
  return Math.max(0, ...depths.values())
}
