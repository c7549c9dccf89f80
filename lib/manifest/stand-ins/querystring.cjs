// What jsforce uses of Node's `querystring`, in the browser's own terms. CommonJS, because jsforce asks for
// a default export, as Node's module has one.
module.exports = {
  stringify: (pairs) => new URLSearchParams(pairs).toString(),
  parse: (text) => Object.fromEntries(new URLSearchParams(text)),
}
