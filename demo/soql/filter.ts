import type { Filter, Comparison } from './condition.ts'

/** The predicate of a filter tree, given the predicate of one comparison. */
export function predicateOf<Item>(
  filter: Filter,
  compile: (comparison: Comparison) => (item: Item) => boolean,
): (item: Item) => boolean {
  switch (filter.kind) {
    case 'comparison':
      return compile(filter.comparison)
    case 'not': {
      const part = predicateOf(filter.part, compile)
      return (item) => !part(item)
    }
    case 'all': {
      const parts = filter.parts.map((part) => predicateOf(part, compile))
      return (item) => parts.every((part) => part(item))
    }
    case 'any': {
      const parts = filter.parts.map((part) => predicateOf(part, compile))
      return (item) => parts.some((part) => part(item))
    }
  }
}
