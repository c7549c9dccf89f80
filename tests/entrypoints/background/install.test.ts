// @vitest-environment node
import { unzipSync, strFromU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import { checksAsText, diagnose, stopped } from '#lib/salesforce/doctor.ts'
import { namesIn } from '#lib/salesforce/names.ts'
import { packageZip } from '#lib/manifest/package-zip.ts'
import { acmeSeed, acmeUsers, orgInProcess } from '../../lib/salesforce/org-in-process.ts'
import { valueOf, workerInProcess } from './worker-in-process.ts'

const remy = '005Hs0000000AjcIAE'
const source = 'salesforce/force-app/main/default'

/** Somebody's worker in an org, with or without the package. */
function workerOf(userId: string, switches: Record<string, unknown> = {}) {
  const seed = acmeSeed()
  const grants = switches['packageInstalled'] === false ? {} : seed.records
  const world = orgInProcess({
    ...seed,
    records: grants,
    org: { ...seed.org, switches: { ...Object(seed.org['switches']), ...switches } },
  })
  world.browser.signIn(userId)
  return { ...workerInProcess(world), world }
}

describe('an org that cannot be asked', () => {
  it.each([
    { kind: 'signed-out', what: 'Signed in', mend: /Sign in to Salesforce/ },
    { kind: 'offline', what: 'Reaching Salesforce', mend: /Go online/ },
    { kind: 'unreachable', what: 'Reaching Salesforce', mend: /in a while/ },
    { kind: 'site-blocked', what: 'Reaching Salesforce', mend: /Allow Segue on Salesforce/ },
  ] as const)('is told with what mends it when $kind', ({ kind, what, mend }) => {
    expect(stopped({ kind, detail: 'No.', fields: [] })).toMatchObject([
      { state: 'bad', what, finding: 'No.', mend: expect.stringMatching(mend) },
    ])
  })
})

describe('the package as a zip', () => {
  const files = Object.entries(unzipSync(packageZip(source))).map(
    ([path, bytes]) => [path, strFromU8(bytes)] as const,
  )
  const text = (path: string) => Object.fromEntries(files)[path] ?? ''

  it('is the same bytes each time', () => {
    expect(packageZip(source)).toEqual(packageZip(source))
  })

  it('names every component, and has one file for each object with all of it inside', () => {
    expect(text('package.xml')).toContain('<members>Handoff__c.Status__c</members>')
    expect(text('objects/Handoff__c.object')).toContain('<fullName>Client_Key__c</fullName>')
    expect(text('objects/Opportunity.object')).toContain('<fullName>Handoff_Status__c</fullName>')
    expect(text('objects/Opportunity.object')).not.toContain('<label>Opportunity</label>')
    expect(files.some(([path]) => path.includes('-meta.xml'))).toBe(false)
  })
})

/** What the doctor says to somebody. */
async function examined({ ask }: Pick<ReturnType<typeof workerOf>, 'ask'>) {
  const read = await ask('doctor.read', {})
  const checks =
    read.outcome === 'ok' ? diagnose(read.value, namesIn(read.value.names)) : stopped(read.trouble)
  return { checks, text: checksAsText(checks, 'Segue') }
}

describe('installing from the extension', () => {
  it('tries without changing anything, then deploys, and the doctor is content', async () => {
    const { ask } = workerOf(remy, { packageInstalled: false })
    const before = await examined({ ask })
    expect(before.checks.find(({ key }) => key === 'objects')).toMatchObject({ state: 'bad' })
    const tried = valueOf(await ask('install.begin', { mode: 'try' }))
    expect(valueOf(await ask('install.read', { id: tried.id }))).toMatchObject({
      isDone: true,
      isSuccess: true,
      failures: [],
    })
    expect((await examined({ ask })).checks.find(({ key }) => key === 'objects')).toMatchObject({
      state: 'bad',
    })
    const begun = valueOf(await ask('install.begin', { mode: 'deploy' }))
    const done = valueOf(await ask('install.read', { id: begun.id }))
    expect(done).toMatchObject({ isSuccess: true, failures: [] })
    const assigned = valueOf(
      await ask('install.assign', { set: 'Segue_Admin', userIds: [remy, acmeUsers.ana] }),
    )
    expect(assigned).toEqual([
      { userId: remy, problem: null },
      { userId: acmeUsers.ana, problem: null },
    ])
    const after = await examined({ ask })
    expect(after.checks.filter(({ state }) => state === 'bad')).toEqual([])
    expect(after.text).toContain('OK  Objects of the package')
  })

  it('gives a set that somebody has already without complaint', async () => {
    const { ask } = workerOf(remy)
    const again = { set: 'Segue_User', userIds: [acmeUsers.ana] } as const
    await ask('install.assign', { ...again, userIds: [...again.userIds] })
    expect(valueOf(await ask('install.assign', { ...again, userIds: [...again.userIds] }))).toEqual(
      [{ userId: acmeUsers.ana, problem: null }],
    )
  })

  it('is refused to those who may not change metadata', async () => {
    const { ask } = workerOf(acmeUsers.ana)
    expect(await ask('install.begin', { mode: 'deploy' })).toMatchObject({
      trouble: { kind: 'no-permission' },
    })
  })

  it('finds people by name', async () => {
    const { ask } = workerOf(remy)
    const found = valueOf(await ask('install.people', { text: 'kowal' }))
    expect(found.map(({ name }) => name)).toEqual(['Ben Kowalski'])
  })

  it('finds the admin too, who needs a permission set like everybody', async () => {
    const { ask } = workerOf(remy)
    const found = valueOf(await ask('install.people', { text: 'haddad' }))
    expect(found.map(({ name }) => name)).toEqual(['Remy Haddad'])
  })
})

describe('the org doctor', () => {
  const checksOf = async (worker: ReturnType<typeof workerOf>) => {
    const { checks } = await examined(worker)
    return Object.fromEntries(checks.map((check) => [check.key, check]))
  }

  it('finds nothing wrong for somebody who has what they need', async () => {
    const checks = await checksOf(workerOf(acmeUsers.ana))
    expect(Object.values(checks).filter(({ state }) => state !== 'good')).toEqual([])
  })

  it('costs one call', async () => {
    const { ask, world } = workerOf(acmeUsers.ana)
    await ask('identity.read', {})
    world.demo.calls.clear()
    await ask('doctor.read', {})
    expect(world.demo.calls.all().map(({ path }) => path.replace(/.*v\d+\.0/, ''))).toEqual([
      '/composite',
    ])
  })

  it.each([
    { switches: { teamSelling: false }, key: 'team' },
    { switches: { chatter: false }, key: 'chatter' },
  ])('says that $key is not there and that Segue does without', async ({ switches, key }) => {
    const checks = await checksOf(workerOf(acmeUsers.ana, switches))
    expect(checks[key]).toMatchObject({ state: 'note', mend: expect.stringMatching(/admin/) })
  })

  it.each([{ switches: { apiAccess: false }, key: 'api', mend: /company’s app/ }])(
    'says who can open the API: $switches',
    async ({ switches, key, mend }) => {
      const checks = await checksOf(workerOf(acmeUsers.ana, switches))
      expect(checks[key]).toMatchObject({ state: 'bad', mend: expect.stringMatching(mend) })
    },
  )

  it('sends somebody who is signed out to the sign-in', async () => {
    const worker = workerOf(acmeUsers.ana)
    worker.world.browser.signOut()
    expect(await checksOf(worker)).toMatchObject({ 'signed-in': { state: 'bad' } })
  })
})
