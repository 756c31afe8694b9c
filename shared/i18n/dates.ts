// Dates as they are written in Vietnam: dd/mm/yyyy, in both languages, in the reader's time zone.

const two = (n: number) => String(n).padStart(2, '0')

/** ISO 8601 → `14/12/2026`. */
export function formatDate(iso: string): string {
  const day = new Date(iso)
  return `${two(day.getDate())}/${two(day.getMonth() + 1)}/${day.getFullYear()}`
}

/** ISO 8601 → `14/12/2026 17:00`. */
export function formatDateTime(iso: string): string {
  const day = new Date(iso)
  return `${formatDate(iso)} ${two(day.getHours())}:${two(day.getMinutes())}`
}
