// Babel's own entry also makes itself a global, by code from a string where there is no other way. No script of
// ours asks for that global.
module.exports = require('@babel/runtime-corejs3/helpers/regeneratorRuntime')()
