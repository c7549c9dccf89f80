import type * as z from 'zod/mini'
import { jsonPath } from './json-path.ts'
import type { TemplateProblem } from './template-check.ts'

type Issue = z.core.$ZodIssue

const listed = (values: readonly unknown[]) =>
  values.map((value) => `“${String(value)}”`).join(', ')

const kinds: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
}

type Sentences = {
  readonly [Code in Issue['code']]?: (issue: Extract<Issue, { code: Code }>) => string
}

const sentences: Sentences = {
  unrecognized_keys: ({ keys }) =>
    `${listed(keys)} ${keys.length === 1 ? 'is' : 'are'} not known to this version of Segue. Mend the spelling or remove it.`,
  invalid_type: ({ expected }) =>
    `${kinds[expected] ?? expected} is expected here.`.replace(/^./, (first) =>
      first.toUpperCase(),
    ),
  invalid_value: ({ values }) => `One of ${listed(values)} is expected.`,
  invalid_union: (issue) =>
    'options' in issue && issue.options
      ? `This is none of the forms that are possible here: “${issue.discriminator}” is one of ${listed(issue.options)}.`
      : 'This is none of the forms that are possible here.',
  invalid_format: () =>
    'This is not spelled as it should be: keys have letters a to z, digits and dots, the first one small; codes are like NO_BUDGET, versions like 1.0.0, fields like Object.Field.',
  too_small: ({ origin, minimum, inclusive = true }) =>
    origin === 'number'
      ? `${inclusive ? 'At least' : 'More than'} ${minimum} is expected.`
      : 'This is empty; it needs an entry.',
  too_big: ({ maximum }) => `This is too long: Salesforce keeps ${maximum} characters of it.`,
}

const sentenceOf = <Code extends Issue['code']>(
  issue: Extract<Issue, { code: Code }> & { readonly code: Code },
): string => sentences[issue.code]?.(issue) ?? 'This is not valid.'

/** Follows a union down to the branch that was meant: the one that fits best. */
function meant(issue: Issue): readonly Issue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue]
  const depth = (branch: readonly Issue[]) => Math.max(0, ...branch.map(({ path }) => path.length))
  const [best] = issue.errors.toSorted((a, b) => depth(b) - depth(a) || a.length - b.length)
  if (!best || depth(best) === 0) return [issue]
  return best.flatMap((inner) => meant({ ...inner, path: [...issue.path, ...inner.path] }))
}

/** What does not fit the schema, each with its path and a plain sentence. */
export function shapeProblems(issues: readonly Issue[]): readonly TemplateProblem[] {
  return issues
    .flatMap(meant)
    .map((issue) => ({ path: jsonPath(issue.path), sentence: sentenceOf(issue) }))
}
