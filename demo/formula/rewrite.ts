/** A formula in the words that the evaluator knows, and what each of its variables stands for. */
export interface Rewritten {
  readonly text: string
  readonly variables: ReadonlyMap<string, Variable>
}

/** A field, its value before the save, whether the save changes it, a custom permission or a custom label. */
export interface Variable {
  readonly kind: 'value' | 'prior' | 'changed' | 'permission' | 'label'
  /** As the formula's author wrote it: `Owner.Manager.Name`, `Owner:User.Name`, `$User.Id`, `$Permission.Bypass`, `$Label.Terms`. */
  readonly path: string
}

const TOKEN =
  /"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|\/\*[\s\S]*?\*\/|\$?[A-Za-z_]\w*(?:[.:][A-Za-z_]\w*)*|\s+|[\s\S]/g
const NAME = /^\$?[A-Za-z_]/
const CONSTANTS = new Set(['TRUE', 'FALSE', 'NULL'])

/** Renamed, because the evaluator's own read the computer's clock, or find no empty picklist to be "". */
const RENAMED: Readonly<Record<string, string>> = {
  NOW: 'ORG_NOW',
  TODAY: 'ORG_TODAY',
  TIMENOW: 'ORG_TIMENOW',
  ISPICKVAL: 'ORG_ISPICKVAL',
}
const PREVIOUS: Readonly<Record<string, Variable['kind']>> = {
  ISCHANGED: 'changed',
  PRIORVALUE: 'prior',
}

/** Turns fields into plain variables, leaving text in quotes and comments alone. */
export function rewrite(formula: string): Rewritten {
  const tokens = formula.match(TOKEN)?.filter((token) => !token.startsWith('/*')) ?? []
  const variables = new Map<string, Variable>()
  const words: string[] = []
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] ?? ''
    const call = callAt(tokens, at)
    if (call) {
      words.push(variableFor(variables, call.variable))
      at = call.end
    } else {
      words.push(wordFor(tokens, at, variables) ?? token)
    }
  }
  return { text: words.join(''), variables }
}

/** `ISCHANGED(X)` and `PRIORVALUE(X)` become variables as a whole. */
function callAt(
  tokens: readonly string[],
  at: number,
): { variable: Variable; end: number } | undefined {
  const kind = PREVIOUS[tokens[at]?.toUpperCase() ?? '']
  if (!kind) return undefined
  const open = nextSolid(tokens, at)
  const name = nextSolid(tokens, open)
  const close = nextSolid(tokens, name)
  const path = tokens[name] ?? ''
  if (tokens[open] !== '(' || !NAME.test(path) || tokens[close] !== ')') return undefined
  return { variable: { kind, path }, end: close }
}

function wordFor(
  tokens: readonly string[],
  at: number,
  variables: Map<string, Variable>,
): string | undefined {
  const token = tokens[at] ?? ''
  if (!NAME.test(token)) return undefined
  const upper = token.toUpperCase()
  if (tokens[nextSolid(tokens, at)] === '(') return RENAMED[upper] ?? upper
  if (upper === 'NOT') return '!'
  if (CONSTANTS.has(upper)) return upper
  if (upper === '$SYSTEM.ORIGINDATETIME') return 'ORG_ORIGIN()'
  const [, looked, found] = /^\$ObjectType\.(\w+)\.Fields\.(\w+)$/i.exec(token) ?? []
  if (looked !== undefined) return `"${looked}.${found}"`
  return variableFor(variables, { kind: kindOf(token), path: token })
}

function kindOf(token: string): Variable['kind'] {
  if (/^\$Permission\./i.test(token)) return 'permission'
  return /^\$Label\./i.test(token) ? 'label' : 'value'
}

function variableFor(variables: Map<string, Variable>, variable: Variable): string {
  const name = `${variable.kind}_${variable.path.replaceAll(/[.:]/g, '_').replace('$', 'global_')}`
  variables.set(name, variable)
  return name
}

function nextSolid(tokens: readonly string[], at: number): number {
  const next = tokens.findIndex((token, index) => index > at && token.trim() !== '')
  return next < 0 ? tokens.length : next
}
