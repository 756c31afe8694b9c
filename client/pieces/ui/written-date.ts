// Days and times as people here write them: 18/12/2026, 14:00, 14h30.

const two = (n: number) => String(n).padStart(2, '0')

const separated = /^(\d{1,2})\s*[/.\- ]\s*(\d{1,2})\s*[/.\- ]\s*(\d{4}|\d{2})$/
/** A phone's number pad may have no stroke. */
const digitsOnly = /^(\d{2})(\d{2})(\d{4})$/

/** `18/12/2026`, `18-12-26`, `18122026` → `2026-12-18`; null for what is no day. */
export function readDay(written: string): string | null {
  const trimmed = written.trim()
  const found = separated.exec(trimmed) ?? digitsOnly.exec(trimmed)
  if (!found) return null
  const [day, month, short] = found.slice(1).map(Number) as [number, number, number]
  const year = short < 100 ? 2000 + short : short
  const date = new Date(year, month - 1, day)
  const isReal = date.getDate() === day && date.getMonth() === month - 1
  return isReal ? `${year}-${two(month)}-${two(day)}` : null
}

/** `14:00`, `14h`, `14h30`, `7.30`, `1400` → `14:00`; null for what is no time. */
export function readTime(written: string): string | null {
  const found = /^\s*(\d{1,2})(?:\s*[:hHgG.]\s*(\d{2})?|(\d{2}))?\s*$/.exec(written)
  if (!found) return null
  const hour = Number(found[1])
  const minute = Number(found[2] ?? found[3] ?? 0)
  return hour < 24 && minute < 60 ? `${two(hour)}:${two(minute)}` : null
}

/** An instant in the reader's time zone, as two written fields. */
export function writeInstant(iso: string): { day: string; time: string } {
  const at = new Date(iso)
  return {
    day: `${two(at.getDate())}/${two(at.getMonth() + 1)}/${at.getFullYear()}`,
    time: `${two(at.getHours())}:${two(at.getMinutes())}`,
  }
}

/** Two written fields → ISO 8601, UTC; null while one of them is not readable. */
export function readInstant(written: { day: string; time: string }): string | null {
  const day = readDay(written.day)
  const time = readTime(written.time)
  return day && time ? new Date(`${day}T${time}:00`).toISOString() : null
}
