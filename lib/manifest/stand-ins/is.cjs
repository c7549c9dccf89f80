// What jsforce asks of `@sindresorhus/is` about a body (util/get-body-size.js). CommonJS for its default export.
module.exports = {
  string: (value) => typeof value === 'string',
  function_: (value) => typeof value === 'function',
  urlSearchParams: (value) => value instanceof URLSearchParams,
  buffer: () => false,
  nodeStream: () => false,
}
