/** The fiscal fields of a close date, for a year that starts in a month from 1 to 12. */
export function fiscalPeriod(
  closeDate: string,
  startMonth: number,
): { Fiscal: string; FiscalYear: number; FiscalQuarter: number } {
  const [year = 0, month = 1] = closeDate.split('-').map(Number)
  const monthsIn = (month - startMonth + 12) % 12
  const FiscalYear = startMonth > 1 && month >= startMonth ? year + 1 : year
  const FiscalQuarter = Math.floor(monthsIn / 3) + 1
  return { Fiscal: `${FiscalYear} ${FiscalQuarter}`, FiscalYear, FiscalQuarter }
}
