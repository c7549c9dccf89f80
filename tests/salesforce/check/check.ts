import { fieldProblems } from './fields.ts'
import { formulaProblems } from './formulas.ts'
import { allLayoutProblems } from './layouts.ts'
import { lengthProblems } from './lengths.ts'
import { everyField, modelOf } from './model.ts'
import { objectProblems } from './objects.ts'
import { componentFrom, type PackageFiles } from './package-files.ts'
import { permissionProblems } from './permissions.ts'
import { problemsOf, type Problem } from './problem.ts'
import { allReportProblems } from './reports.ts'
import { structureProblems } from './structure.ts'
import { viewProblems } from './views.ts'

/** Returns everything that stands between a package of source files and a deployment that works. */
export function check(files: PackageFiles): Problem[] {
  const read = Object.entries(files).map(([file, source]) => componentFrom(file, source))
  const components = read.flatMap(([component]) => component ?? [])
  const model = modelOf(components)
  return [
    ...read.flatMap(([, problems]) => problems),
    ...components.flatMap((component) =>
      problemsOf(component.file)(
        ...structureProblems(component.root, component.type),
        ...lengthProblems(component),
      ),
    ),
    ...everyField(model).flatMap((field) => problemsOf(field.file)(...fieldProblems(field))),
    ...objectProblems(model),
    ...allLayoutProblems(model),
    ...viewProblems(model),
    ...permissionProblems(model),
    ...formulaProblems(model),
    ...allReportProblems(model),
  ]
}
