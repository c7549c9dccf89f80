import { expect, it } from 'vitest'
import { troubleOfFolder } from '#demo/launch/set-up/folder.mjs'

it.each(['/home/ana/Übergabe (neu) & Co/segue', '/home/ana/100 % sure/segue', 'C:\\Ana\\segue'])(
  'Segue is built in %s',
  (root) => {
    expect(troubleOfFolder(root)).toBeUndefined()
  },
)

it.each(['/home/ana/c#/segue', '/home/ana/why?/segue', '/home/ana/my%20code/segue'])(
  'a sentence says that nothing can be built in %s',
  (root) => {
    expect(troubleOfFolder(root)).toContain(`cannot be built in ${root}`)
  },
)
