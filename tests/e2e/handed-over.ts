import type { Org } from '#demo/org/org.ts'
import { ana, ben, brightwater } from './cast.ts'

/** Puts a handoff from Ana to Ben into the org, as far as it has come; returns its id. */
export function handoffOf(
  org: Org,
  { status, answers = {} }: { readonly status: string; readonly answers?: object },
): string {
  const desk = org.as(ana.id)
  const at = new Date().toISOString()
  const id = desk.create('Handoff__c', {
    Client_Key__c: crypto.randomUUID(),
    Type__c: 'AE_CSM',
    Variant__c: 'Express',
    Status__c: status,
    Opportunity__c: brightwater.id,
    Outgoing_Owner__c: ana.id,
    Incoming_Owner__c: ben.id,
    Template_Key__c: 'ae-csm',
    Template_Version__c: '1.0.0',
    Submitted_At__c: at,
    ...(status === 'Accepted' ? { Decided_At__c: at } : {}),
    Payload__c: JSON.stringify({
      v: 1,
      template: { key: 'ae-csm', version: '1.0.0' },
      variant: 'standard',
      answers,
    }),
  })
  desk.create('Handoff__Share', { ParentId: id, UserOrGroupId: ben.id, AccessLevel: 'Edit' })
  return id
}
