import { ben, brightwater, remy } from './cast.ts'
import { expect, openDraft, test } from './stage.ts'

test('a draft of a deal whose handoff is out of sight says that there is one, and whom to ask', async ({
  rep,
  org,
}) => {
  const desk = org.as(remy.id)
  desk.create('Handoff__c', {
    Client_Key__c: crypto.randomUUID(),
    Type__c: 'AE_CSM',
    Status__c: 'Submitted',
    Opportunity__c: brightwater.id,
    Outgoing_Owner__c: remy.id,
    Incoming_Owner__c: ben.id,
  })
  desk.update('Opportunity', brightwater.id, { Handoff_Status__c: 'Submitted' })
  await rep.reload()
  const panel = await openDraft(rep)
  const notice = panel.getByRole('status').filter({ hasText: 'being handed over already' })
  await expect(notice).toContainText('Ask your manager or Salesforce admin')
  // A clone has the status of the deal that it was made of.
  await expect(notice).toContainText('or is of a deal that this one was cloned from')
  desk.update('Opportunity', brightwater.id, { OwnerId: ben.id })
  await rep.reload()

  await expect(
    (await openDraft(rep)).getByText(`Ask ${ben.name} before you send another one`),
  ).toBeVisible()
})
