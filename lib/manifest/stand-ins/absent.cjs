// In the place of what jsforce has for queries, records, processes, profiles, sign-in, CSV and dates: requests are made by path here
// (lib/salesforce/connection.ts), so these are made by nobody, or made once and never asked.
function Absent() {}
Absent.BrowserClient = Absent
Absent.setDefaults = Absent
module.exports = Absent
