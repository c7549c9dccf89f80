const name = Symbol('name')
const text = Symbol('text')

/** An object's or field's name, checked to be nothing else. */
interface Name {
  readonly [name]: string
}
/** A part of a query that this module made itself. */
export interface Fragment {
  readonly [text]: string
}
type Literal = string | number | boolean | null
type Value = Literal | readonly string[] | Name | Fragment

/**
 * A query as text. Everything put in is a literal and cannot become anything else: text is quoted and
 * escaped, names come only from `field` and `fields`, other parts only from `soql` and `instant`.
 */
export function soql(parts: TemplateStringsArray, ...values: readonly Value[]): string {
  return String.raw({ raw: parts }, ...values.map(written))
}

/** A part of a query, to be put into another. */
export function fragment(parts: TemplateStringsArray, ...values: readonly Value[]): Fragment {
  return { [text]: soql(parts, ...values) }
}

/** Several parts of a query, separated by commas. */
export function list(parts: readonly Fragment[]): Fragment {
  return { [text]: parts.map((part) => part[text]).join(', ') }
}

/** A name in a query, such as `Opportunity__r.Name`. Throws for anything that is no name. */
export function field(path: string): Name {
  if (!/^[A-Za-z]\w*(\.[A-Za-z]\w*)*$/.test(path)) throw new TypeError(`Not a field: ${path}`)
  return { [name]: path }
}

/** Several names, separated by commas. */
export function fields(paths: readonly string[]): Fragment {
  return { [text]: paths.map((path) => field(path)[name]).join(', ') }
}

/** A point in time in a query, which stands there without quotes. */
export function instant(iso: string): Fragment {
  return { [text]: new Date(iso).toISOString().replace(/\.\d+Z$/, 'Z') }
}

/** Text to be found anywhere with LIKE; its own wildcards mean themselves. */
export function containing(part: string): Fragment {
  return { [text]: `'%${escaped(part).replaceAll(/[%_]/g, String.raw`\$&`)}%'` }
}

function written(value: Value): string {
  if (typeof value === 'string') return `'${escaped(value)}'`
  if (value === null || typeof value !== 'object') return String(value)
  if (isList(value)) return `(${value.map((each) => `'${escaped(each)}'`).join(', ')})`
  return name in value ? value[name] : value[text]
}

// Array.isArray does not narrow readonly arrays.
function isList(value: Value): value is readonly string[] {
  return Array.isArray(value)
}

const escapes: Readonly<Record<string, string>> = {
  '\\': String.raw`\\`,
  "'": String.raw`\'`,
  '"': String.raw`\"`,
  '\n': String.raw`\n`,
  '\r': String.raw`\r`,
  '\t': String.raw`\t`,
  '\b': String.raw`\b`,
  '\f': String.raw`\f`,
}

/** The reserved characters of quoted strings (SOQL and SOSL Reference, "Quoted String Escape Sequences"). */
function escaped(raw: string): string {
  return raw.replaceAll(/[\\'"\n\r\t\b\f]/g, (character) => escapes[character] ?? '')
}
