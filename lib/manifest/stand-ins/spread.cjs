// In the place of Babel's helper for the formula engine's parser: a list of what can be gone through.
module.exports = (parts) => [...parts]
