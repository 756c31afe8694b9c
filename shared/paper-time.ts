// The time where these papers are written, whatever a computer's own clock is set to.

export const paperTimeZone = 'Asia/Ho_Chi_Minh'

const format = new Intl.DateTimeFormat('en-GB', {
  timeZone: paperTimeZone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
})

/** In two digits, the year in four. */
export const partsOf = (instant: string | number) =>
  Object.fromEntries(
    format.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]),
  ) as Record<'year' | 'month' | 'day' | 'hour' | 'minute', string>

/** As `2027-02-05`. */
export function isoDayOf(instant: string | number): string {
  const { year, month, day } = partsOf(instant)
  return `${year}-${month}-${day}`
}

/** `14 giờ 05`, as papers say it. */
export function timeOf(instant: string | number): string {
  const { hour, minute } = partsOf(instant)
  return `${hour} giờ ${minute}`
}
