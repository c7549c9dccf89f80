const DAY = 86_400_000

interface Dayjs {
  duration?: (days: number) => { readonly asMilliseconds: () => number }
}

/** dayjs's durations where they are asked for nothing but the milliseconds of a number of days: by the formula engine. */
// oxlint-disable-next-line import/no-default-export -- dayjs plugins are default exports.
export default function daysOnly(_: unknown, __: unknown, dayjs: Dayjs): void {
  dayjs.duration = (days) => ({ asMilliseconds: () => days * DAY })
}
