import * as z from 'zod/mini'
import { SalesforceError } from './salesforce-error.ts'
import type { SignedIn } from './signed-in.ts'

const failureSchema = z.object({
  fullName: z.prefault(z.nullable(z.string()), ''),
  componentType: z.prefault(z.nullable(z.string()), ''),
  problem: z.prefault(z.nullable(z.string()), ''),
})

const resultSchema = z.object({
  id: z.string(),
  deployResult: z.object({
    done: z.prefault(z.boolean(), false),
    success: z.prefault(z.boolean(), false),
    status: z.string(),
    numberComponentsDeployed: z.prefault(z.number(), 0),
    numberComponentsTotal: z.prefault(z.number(), 0),
    errorMessage: z.optional(z.nullable(z.string())),
    details: z.optional(
      z.nullable(z.object({ componentFailures: z.prefault(z.array(failureSchema), []) })),
    ),
  }),
})

/** How far a deployment is. */
export const deploymentSchema = z.object({
  id: z.string(),
  isDone: z.boolean(),
  isSuccess: z.boolean(),
  /** Salesforce's word, such as `InProgress`. */
  status: z.string(),
  deployed: z.number(),
  total: z.number(),
  failures: z.array(z.object({ name: z.string(), problem: z.string() })),
})
export type Deployment = z.infer<typeof deploymentSchema>

/** Only tries, or changes the org. */
export type DeployMode = 'try' | 'deploy'

/** Hands the package to the org, all of it or nothing. Salesforce refuses whoever may not change metadata. */
export async function startDeployment(
  { connection }: SignedIn,
  zip: Blob,
  mode: DeployMode,
): Promise<Deployment> {
  const deployOptions = {
    checkOnly: mode === 'try',
    rollbackOnError: true,
    singlePackage: true,
    ignoreWarnings: true,
    testLevel: 'NoTestRun',
  }
  const form = new FormData()
  const json = JSON.stringify({ deployOptions })
  form.append('json', new Blob([json], { type: 'application/json' }))
  form.append('file', zip, 'segue-package.zip')
  return deploymentIn(await connection.upload('/metadata/deployRequest', form))
}

/** How far a deployment is now. */
export async function readDeployment({ connection }: SignedIn, id: string): Promise<Deployment> {
  const path = `/metadata/deployRequest/${encodeURIComponent(id)}?includeDetails=true`
  return deploymentIn(await connection.call({ method: 'GET', path }))
}

function deploymentIn(answer: unknown): Deployment {
  const read = resultSchema.safeParse(answer)
  if (!read.success) throw new SalesforceError('unknown', 'No answer about the deployment.')
  const { id, deployResult: result } = read.data
  const failures = (result.details?.componentFailures ?? []).map((each) => ({
    name: [each.componentType, each.fullName].filter(Boolean).join(' '),
    problem: each.problem ?? '',
  }))
  const message = result.errorMessage ?? ''
  return {
    id,
    isDone: result.done,
    isSuccess: result.done && result.success,
    status: result.status,
    deployed: result.numberComponentsDeployed,
    total: result.numberComponentsTotal,
    failures: message === '' ? failures : [...failures, { name: '', problem: message }],
  }
}
