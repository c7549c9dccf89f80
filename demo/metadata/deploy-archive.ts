import { strFromU8, unzipSync } from 'fflate'
import type { OrgState } from '../org/state.ts'
import { deploy, type ComponentFailure, type Deployed } from './deploy.ts'
import { membersOf, PACKAGE_XML } from './package-xml.ts'

/** What a client asks of a deployment. */
export interface DeployWishes {
  /** Only tell whether it would succeed. */
  readonly checkOnly: boolean
  /** False: keep what can be deployed although other components fail. */
  readonly rollbackOnError: boolean
  /** The archive holds `package.xml` at its root, not in a folder for each package. */
  readonly singlePackage: boolean
}

/** Deploys a zip as the metadata API takes it. */
export function deployArchive(state: OrgState, zip: Uint8Array, wishes: DeployWishes): Deployed {
  const files = filesIn(zip, wishes)
  if (!files) return failed('', 'The zip file could not be read')
  const packageXml = files[PACKAGE_XML]
  if (packageXml === undefined) return failed(PACKAGE_XML, 'No package.xml found')
  const trial = deploy(state, files, { checkOnly: true, rollbackOnError: false })
  const present = new Set([...trial.successes, ...trial.failures].map((one) => nameOf(one)))
  const missing = membersOf(packageXml)
    .filter((member) => !present.has(nameOf(member)))
    .map((member): ComponentFailure => {
      const { componentType, fullName } = member
      const problem = `An object '${fullName}' of type ${componentType} was named in package.xml, but was not found in zipped directory`
      return { fileName: member.fileName, fullName, componentType, problem }
    })
  if (missing.length > 0 && wishes.rollbackOnError) {
    return { successes: [], failures: [...missing, ...trial.failures] }
  }
  const done = deploy(state, files, wishes)
  return { successes: done.successes, failures: [...missing, ...done.failures] }
}

function filesIn(
  zip: Uint8Array,
  { singlePackage }: DeployWishes,
): Readonly<Record<string, string>> | undefined {
  try {
    const entries = Object.entries(unzipSync(zip)).filter(([path]) => !path.endsWith('/'))
    return Object.fromEntries(
      entries.map(([path, bytes]) => [
        singlePackage ? path : path.split('/').slice(1).join('/'),
        strFromU8(bytes),
      ]),
    )
  } catch {
    return undefined // What is no zip is refused by whoever asked.
  }
}

const nameOf = ({ componentType, fullName }: { componentType: string; fullName: string }) =>
  `${componentType}:${fullName}`

function failed(fullName: string, problem: string): Deployed {
  return {
    successes: [],
    failures: [{ fileName: fullName, fullName, componentType: '', problem }],
  }
}
