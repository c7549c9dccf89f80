// jsforce reads XML answers with xml2js. Only JSON is accepted here (lib/salesforce/transport.ts).
module.exports = {
  parseStringPromise: () => Promise.reject(new Error('XML is not part of the extension.')),
}
