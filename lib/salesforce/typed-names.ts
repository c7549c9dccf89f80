import type { Shapes } from './describe.ts'
import { customObjectSchema, namesIn, namespaceSchema, type NameSettings } from './names.ts'

/** The objects that may have another name. */
export const namedObjects = ['handoff', 'event', 'comment', 'commitment'] as const
type NamedObject = (typeof namedObjects)[number]

/** Names as somebody has typed them; empty for those of the package. */
export type TypedNames = Readonly<Record<'namespace' | NamedObject, string>>

/** Settings as they are typed. */
export function typedOf({ namespace = '', objects = {} }: NameSettings): TypedNames {
  const { handoff = '', event = '', comment = '', commitment = '' } = objects
  return { namespace, handoff, event, comment, commitment }
}

/** What was typed, as settings, or what is wrong with it, by its part. */
export function settingsIn(
  typed: TypedNames,
):
  | { readonly outcome: 'ok'; readonly names: NameSettings }
  | { readonly outcome: 'wrong'; readonly problems: Partial<TypedNames> } {
  // Nobody has to know how a namespace is joined to a name.
  const namespace = typed.namespace.trim().replace(/_+$/, '')
  const objects = Object.fromEntries(
    namedObjects.flatMap((key) => (typed[key].trim() === '' ? [] : [[key, typed[key].trim()]])),
  )
  const names = {
    ...(namespace === '' ? {} : { namespace }),
    ...(Object.keys(objects).length === 0 ? {} : { objects }),
  }
  const problems = { ...namespaceProblem(namespace), ...objectProblems(names) }
  if (Object.keys(problems).length > 0) return { outcome: 'wrong', problems }
  return { outcome: 'ok', names }
}

function namespaceProblem(namespace: string): Partial<TypedNames> {
  if (namespace === '' || namespaceSchema.safeParse(namespace).success) return {}
  return {
    namespace:
      'A namespace begins with a letter and has up to 15 letters, digits and single underscores, such as acme.',
  }
}

function objectProblems(settings: NameSettings): Partial<TypedNames> {
  const called = namesIn(settings)
  const problems = namedObjects.flatMap((key) => {
    const name = settings.objects?.[key]
    if (name === undefined) return []
    if (!customObjectSchema.safeParse(name).success)
      return [[key, 'The API name of a custom object ends with __c, such as Sales_Handoff__c.']]
    const isTwice = namedObjects.some((other) => other !== key && called[other].object === name)
    return isTwice ? [[key, 'Two of the objects cannot have the same name.']] : []
  })
  return Object.fromEntries(problems)
}

/** The same names, in upper and lower case as Salesforce has them: it takes any, but answers with its own. */
export function asSpelled(names: NameSettings, shapes: Shapes): NameSettings {
  const called = namesIn(names)
  const own = ({ object }: { readonly object: string }) => shapes[object]?.object ?? object
  const { objects = {} } = names
  const plain = namedObjects.find((key) => objects[key] === undefined)
  const [namespace] = plain === undefined ? [] : own(called[plain]).split('__')
  return {
    ...names,
    ...(names.namespace !== undefined && namespace !== undefined ? { namespace } : {}),
    ...(names.objects && {
      objects: Object.fromEntries(
        namedObjects.flatMap((key) =>
          objects[key] === undefined ? [] : [[key, own(called[key])]],
        ),
      ),
    }),
  }
}
