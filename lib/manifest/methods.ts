import { type ESTree, parseSync } from 'vite'

interface Method {
  readonly name: string
  readonly start: number
  readonly end: number
}

/** The source of a module whose classes have lost some of their methods. */
export function withoutMethods(source: string, isLost: (name: string) => boolean): string {
  return methodsOf(source)
    .filter(({ name }) => isLost(name))
    .reduceRight((code, { start, end }) => code.slice(0, start) + code.slice(end), source)
}

/** The methods of the classes at the top of a module, in their order. */
export function methodsOf(source: string): readonly Method[] {
  const { body } = parseSync('source.ts', source).program
  return body
    .flatMap(classesOf)
    .flatMap(({ body: members }) =>
      members.body.flatMap((member) =>
        member.type === 'MethodDefinition' && member.key.type === 'Identifier'
          ? [{ name: member.key.name, start: member.start, end: member.end }]
          : [],
      ),
    )
}

/** Declared, exported where it is declared, or kept in a variable. */
function classesOf(
  statement: ESTree.Program['body'][number],
): readonly Pick<ESTree.Class, 'body'>[] {
  if (statement.type === 'ClassDeclaration') return [statement]
  if (statement.type === 'ExportNamedDeclaration')
    return statement.declaration?.type === 'ClassDeclaration' ? [statement.declaration] : []
  return statement.type === 'VariableDeclaration'
    ? statement.declarations.flatMap(({ init }) => (init?.type === 'ClassExpression' ? [init] : []))
    : []
}
