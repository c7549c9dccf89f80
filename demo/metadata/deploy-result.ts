import type { Component, ComponentFailure, Deployed } from './deploy.ts'
import type { DeployWishes } from './deploy-archive.ts'

/** One deployment that a client asked for. */
export interface DeployRequest {
  readonly id: string
  readonly wishes: DeployWishes
  readonly deployed: Deployed
  readonly createdBy: string
  readonly createdByName: string
  /** ISO 8601. */
  readonly at: string
}

/** A request as it is answered at once: nothing has happened yet. */
export function pendingResult({ id, wishes }: DeployRequest) {
  return {
    id,
    checkOnly: wishes.checkOnly,
    done: false,
    ignoreWarnings: false,
    rollbackOnError: wishes.rollbackOnError,
    status: 'Pending',
    success: false,
    numberComponentErrors: 0,
    numberComponentsDeployed: 0,
    numberComponentsTotal: 0,
    numberTestErrors: 0,
    numberTestsCompleted: 0,
    numberTestsTotal: 0,
    runTestsEnabled: false,
  }
}

/** A request that has been carried out; details are told when they are asked for. */
export function finalResult(request: DeployRequest, includeDetails: boolean) {
  const { deployed, at, createdBy, createdByName } = request
  const { successes, failures } = deployed
  return {
    ...pendingResult(request),
    createdBy,
    createdByName,
    createdDate: at,
    startDate: at,
    completedDate: at,
    lastModifiedDate: at,
    done: true,
    status: statusOf(deployed),
    success: failures.length === 0,
    numberComponentErrors: failures.length,
    numberComponentsDeployed: successes.length,
    numberComponentsTotal: successes.length + failures.length,
    ...(includeDetails ? { details: detailsOf(deployed, at) } : {}),
  }
}

function statusOf({ successes, failures }: Deployed): string {
  if (failures.length === 0) return 'Succeeded'
  return successes.length > 0 ? 'SucceededPartial' : 'Failed'
}

function detailsOf({ successes, failures }: Deployed, at: string) {
  return {
    componentFailures: failures.map((one) => ({
      ...messageOf(one, at),
      success: false,
      problem: one.problem,
      problemType: 'Error',
    })),
    componentSuccesses: successes.map((one) => ({ ...messageOf(one, at), success: true })),
    retrieveResult: null,
    runTestResult: {
      numTestsRun: 0,
      numFailures: 0,
      totalTime: 0,
      successes: [],
      failures: [],
      codeCoverage: [],
      codeCoverageWarnings: [],
    },
  }
}

function messageOf(
  { componentType, fileName, fullName }: Component | ComponentFailure,
  at: string,
) {
  return {
    componentType,
    fileName,
    fullName,
    createdDate: at,
    changed: false,
    created: false,
    deleted: false,
    warning: false,
  }
}
