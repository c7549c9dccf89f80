// npm run org -- [--org DIR]… [--port N]: the orgs alone, for any client. One line of JSON on
// stdout says where they are and with which access tokens; everything else goes to stderr.
import type { Org } from '../org/org.ts'
import { createPages } from '../pages/pages.ts'
import { readCommandLine } from './command-line.ts'
import { orEnd } from './or-end.ts'
import { startOrgs } from './start-orgs.ts'

const running = await orEnd(() => {
  const { orgs: folders, port } = readCommandLine(process.argv.slice(2))
  return startOrgs({ folders, port, pages: createPages })
})

function introduce({ hosts, state, signIn }: Org): Record<string, unknown> {
  const { orgId, apiVersion, users } = state.file
  const active = users.filter((user) => user.active)
  return {
    hosts,
    orgId,
    apiVersion,
    users: active.map(({ id, username, name }) => ({
      id,
      username,
      name,
      accessToken: signIn(id),
    })),
  }
}

const introductions = running.orgs.map(introduce)
const { certificate } = running
process.stdout.write(
  `${JSON.stringify({ port: running.port, ...introductions[0], certificate, orgs: introductions })}\n`,
)
process.stderr.write(`The org answers at https://127.0.0.1:${running.port}; Ctrl+C ends it.\n`)

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => void running.close().then(() => process.exit(0)))
}
