import * as z from 'zod/mini'

const handoff = {
  object: 'Handoff__c',
  share: 'Handoff__Share',
  fields: {
    clientKey: 'Client_Key__c',
    opportunity: 'Opportunity__c',
    account: 'Account__c',
    outgoingOwner: 'Outgoing_Owner__c',
    incomingOwner: 'Incoming_Owner__c',
    manager: 'Manager__c',
    communicationOwner: 'Communication_Owner__c',
    previousHandoff: 'Previous_Handoff__c',
    status: 'Status__c',
    type: 'Type__c',
    variant: 'Variant__c',
    transitionReason: 'Transition_Reason__c',
    templateKey: 'Template_Key__c',
    templateVersion: 'Template_Version__c',
    completeness: 'Completeness__c',
    methodologyCoverage: 'Methodology_Coverage__c',
    qualityScore: 'Quality_Score__c',
    submittedAt: 'Submitted_At__c',
    firstViewedAt: 'First_Viewed_At__c',
    decisionDueAt: 'Decision_Due_At__c',
    clarificationDueAt: 'Clarification_Due_At__c',
    decidedAt: 'Decided_At__c',
    completedAt: 'Completed_At__c',
    firstCustomerContactAt: 'First_Customer_Contact_At__c',
    effectiveDate: 'Effective_Date__c',
    transitionEnd: 'Transition_End__c',
    decision: 'Decision__c',
    rejectReason: 'Reject_Reason__c',
    decisionComment: 'Decision_Comment__c',
    decisionOutcome: 'Decision_Outcome__c',
    recycleUntil: 'Recycle_Until__c',
    clarificationCount: 'Clarification_Count__c',
    resubmissionCount: 'Resubmission_Count__c',
    chaseCount: 'Chase_Count__c',
    bypassReason: 'Bypass_Reason__c',
    delayReason: 'Delay_Reason__c',
    ratingCompleteness: 'Rating_Completeness__c',
    ratingPromises: 'Rating_Promises__c',
    ratingSentiment: 'Rating_Sentiment__c',
    ratingContext: 'Rating_Context__c',
    ratingStakeholders: 'Rating_Stakeholders__c',
    ratingStart: 'Rating_Start__c',
    ratingManager: 'Rating_Manager__c',
    ratingComment: 'Rating_Comment__c',
    pulseRepeat: 'Pulse_Repeat__c',
    pulseDelay: 'Pulse_Delay__c',
    pulseConsistent: 'Pulse_Consistent__c',
    pulseComment: 'Pulse_Comment__c',
    summary: 'Summary__c',
    payload: 'Payload__c',
    reviewedSections: 'Reviewed_Sections__c',
    teachBack: 'Teach_Back__c',
    phases: 'Phases__c',
    transferSnapshot: 'Transfer_Snapshot__c',
    forMe: 'For_Me__c',
    overdue: 'Overdue__c',
  },
  children: {
    events: 'Handoff_Events__r',
    comments: 'Handoff_Comments__r',
    commitments: 'Handoff_Commitments__r',
    nextHandoffs: 'Next_Handoffs__r',
  },
} as const

const event = {
  object: 'Handoff_Event__c',
  fields: {
    handoff: 'Handoff__c',
    operationKey: 'Operation_Key__c',
    kind: 'Kind__c',
    actor: 'Actor__c',
    happenedAt: 'Happened_At__c',
    details: 'Details__c',
    fromStatus: 'From_Status__c',
    toStatus: 'To_Status__c',
  },
} as const

const comment = {
  object: 'Handoff_Comment__c',
  fields: {
    handoff: 'Handoff__c',
    clientKey: 'Client_Key__c',
    kind: 'Kind__c',
    questionKey: 'Question_Key__c',
    sectionKey: 'Section_Key__c',
    body: 'Body__c',
    author: 'Author__c',
    dueAt: 'Due_At__c',
    resolvedAt: 'Resolved_At__c',
    resolvedBy: 'Resolved_By__c',
    inReplyTo: 'In_Reply_To__c',
  },
  children: { replies: 'Replies__r' },
} as const

const commitment = {
  object: 'Handoff_Commitment__c',
  fields: {
    handoff: 'Handoff__c',
    clientKey: 'Client_Key__c',
    words: 'Words__c',
    toWhom: 'To_Whom__c',
    byWhom: 'By_Whom__c',
    due: 'Due__c',
    source: 'Source__c',
    inContract: 'In_Contract__c',
    stretch: 'Stretch__c',
    state: 'State__c',
    stateNote: 'State_Note__c',
    surprise: 'Surprise__c',
    position: 'Position__c',
  },
} as const

const opportunity = {
  object: 'Opportunity',
  fields: {
    handoffStatus: 'Handoff_Status__c',
    handoffReadiness: 'Handoff_Readiness__c',
  },
  children: { handoffs: 'Handoffs__r' },
} as const

/** Fields of a handoff that hold what others hold too: its packet, its status or its phases. */
export const copies = [
  'account',
  'variant',
  'transitionReason',
  'completeness',
  'methodologyCoverage',
  'qualityScore',
  'decision',
  'effectiveDate',
  'transitionEnd',
  'communicationOwner',
  'summary',
] as const satisfies (keyof typeof handoff.fields)[]

/** Every name of ours in Salesforce as `salesforce/` deploys it. The only place that knows. */
export const deployedNames = { handoff, event, comment, commitment, opportunity } as const

export const namespaceSchema = z.string().check(z.regex(/^[A-Za-z](?:_?[A-Za-z0-9]){0,14}$/))
export const customObjectSchema = z.string().check(z.regex(/^[A-Za-z](?:_{0,2}[A-Za-z0-9])*__c$/))

/**
 * How this org's names differ from the deployed ones: a namespace before each of them, or objects that
 * were deployed under another name because the org had a `Handoff__c` already. Renamed objects are given
 * whole, with any namespace of their own.
 */
export const nameSettingsSchema = z.strictObject({
  namespace: z.optional(namespaceSchema),
  objects: z.optional(
    z.strictObject({
      handoff: z.optional(customObjectSchema),
      event: z.optional(customObjectSchema),
      comment: z.optional(customObjectSchema),
      commitment: z.optional(customObjectSchema),
    }),
  ),
})
export type NameSettings = z.infer<typeof nameSettingsSchema>

type Table = Readonly<Record<string, string>>

/** Our own keys with the names of one org. Standard names, such as `Opportunity`, stay as they are. */
function prefixed<T extends Table>(names: T, prefix: string): { readonly [K in keyof T]: string } {
  const entries = Object.entries<string>(names)
  const changed = entries.map(([key, name]): [string, string] => [key, prefixedName(name, prefix)])
  return Object.assign({ ...names }, Object.fromEntries(changed))
}

function prefixedName(name: string, prefix: string): string {
  return /__(?:c|r|Share)$/.test(name) ? `${prefix}${name}` : name
}

/** Returns the names of our objects, fields and child relationships as they are in one org. */
export function namesIn({ namespace: space, objects = {} }: NameSettings) {
  const prefix = space === undefined ? '' : `${space}__`
  const own = (deployed: string, renamed?: string) => renamed ?? prefixedName(deployed, prefix)
  const handoffObject = own(handoff.object, objects.handoff)
  return {
    handoff: {
      object: handoffObject,
      share: handoffObject.replace(/__c$/, '__Share'),
      fields: prefixed(handoff.fields, prefix),
      children: prefixed(handoff.children, prefix),
    },
    event: { object: own(event.object, objects.event), fields: prefixed(event.fields, prefix) },
    comment: {
      object: own(comment.object, objects.comment),
      fields: prefixed(comment.fields, prefix),
      children: prefixed(comment.children, prefix),
    },
    commitment: {
      object: own(commitment.object, objects.commitment),
      fields: prefixed(commitment.fields, prefix),
    },
    opportunity: {
      object: opportunity.object,
      fields: prefixed(opportunity.fields, prefix),
      children: prefixed(opportunity.children, prefix),
    },
  } as const
}
export type Names = ReturnType<typeof namesIn>

/** The namespace that these names carry; empty without one. */
export function namespaceOf({ opportunity: { fields } }: Names): string {
  const [first = '', ...others] = fields.handoffStatus.split('__')
  return others.length > 1 ? first : ''
}

/** Returns the name under which a lookup's record is reached in a query: `Account__c` gives `Account__r`, `OwnerId` gives `Owner`. */
export function parentOf(lookup: string): string {
  return lookup.endsWith('__c') ? lookup.replace(/__c$/, '__r') : lookup.replace(/Id$/, '')
}
