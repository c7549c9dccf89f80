// In the place of jsforce's own objects for queries, records, processes, profiles and sign-in: requests are made by path here
// (lib/salesforce/connection.ts), so these are made by nobody, or made once and never asked.
function Absent() {}
Absent.BrowserClient = Absent
Absent.setDefaults = Absent
module.exports = Absent
