// jsforce asks whether a body is one of these (request-helper.js); the browser has its own.
module.exports = globalThis.FormData
