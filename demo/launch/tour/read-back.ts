import { request, type APIRequestContext } from '@playwright/test'

import type { Org } from '../../org/org.ts'
import type { Cast } from '../cast.ts'

/** What the org holds about the deal, by object; null where the object is absent or refused. */
export type Holdings = Readonly<Record<string, unknown>>

/** A client of the org's REST API that only reads, and counts how often. */
export interface Witness {
  readonly look: () => Promise<Holdings>
  /** The API calls this client has made so far. */
  readonly calls: () => number
  readonly leave: () => Promise<void>
}

/** What is read of the deal after each step: SOQL by the name it gets in the report. */
const questions = (id: string): Readonly<Record<string, string>> => ({
  opportunity: `SELECT FIELDS(ALL) FROM Opportunity WHERE Id = '${id}' LIMIT 1`,
  handoffs: `SELECT FIELDS(ALL) FROM Handoff__c WHERE Opportunity__c = '${id}' LIMIT 200`,
  events: `SELECT FIELDS(ALL) FROM Handoff_Event__c WHERE Handoff__r.Opportunity__c = '${id}' LIMIT 200`,
  comments: `SELECT FIELDS(ALL) FROM Handoff_Comment__c WHERE Handoff__r.Opportunity__c = '${id}' LIMIT 200`,
  commitments: `SELECT FIELDS(ALL) FROM Handoff_Commitment__c WHERE Handoff__r.Opportunity__c = '${id}' LIMIT 200`,
  shares: `SELECT FIELDS(ALL) FROM Handoff__Share WHERE Parent.Opportunity__c = '${id}' LIMIT 200`,
  openTasks: `SELECT Id, Subject, OwnerId, ActivityDate FROM Task WHERE WhatId = '${id}' AND IsClosed = false`,
})

/** Signs a witness in to the API at the port. */
export async function witnessOf(org: Org, cast: Cast, port: number): Promise<Witness> {
  const client = await request.newContext({
    baseURL: `https://127.0.0.1:${port}`,
    ignoreHTTPSErrors: true,
    extraHTTPHeaders: { authorization: `Bearer ${org.signIn(cast.witness.id)}` },
  })
  let calls = 0
  const ask = (soql: string) => {
    calls += 1
    return query(client, `/services/data/v${org.state.file.apiVersion}/query`, soql)
  }
  return {
    look: async () => {
      const held: Record<string, unknown> = {}
      for (const [name, soql] of Object.entries(questions(cast.opportunity.id))) {
        held[name] = await ask(soql)
      }
      return held
    },
    calls: () => calls,
    leave: () => client.dispose(),
  }
}

async function query(client: APIRequestContext, path: string, soql: string): Promise<unknown> {
  const answer = await client.get(path, { params: { q: soql } })
  if (!answer.ok()) return null
  const body: unknown = await answer.json()
  return typeof body === 'object' && body !== null && 'records' in body ? body.records : null
}
