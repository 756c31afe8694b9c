// A meeting as a calendar file (RFC 5545): one event, its time in UTC, a reminder before it.

export interface CalendarEvent {
  /** The same for ever: a file taken in again replaces the event. */
  readonly uid: string
  /** When the file was made; ISO 8601. */
  readonly madeAt: string
  readonly startsAt: string
  readonly minutes: number
  readonly summary: string
  readonly location: string
  readonly description: string
  readonly url: string
  /** So long before the start a reminder is shown. */
  readonly remindBeforeMinutes: number
}

/** Octets of a line without its CRLF; source: RFC 5545, 3.1. */
const mostOctets = 75
const octetsOf = (letter: string) => new TextEncoder().encode(letter).length

/** Cut between code points, so that no letter is torn; a line that goes on begins with a space. */
function folded(line: string): string {
  let text = ''
  let octets = 0
  for (const letter of line) {
    const more = octetsOf(letter)
    if (octets + more > mostOctets) {
      text += '\r\n '
      octets = 1
    }
    text += letter
    octets += more
  }
  return text
}

/** TEXT of RFC 5545, 3.3.11; control characters have no place in it. */
const escaped = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ')
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\n/g, '\\n')

/** `20270205T070000Z`: in UTC it is the same moment in every calendar, wherever its clock stands. */
const instantOf = (instant: string | number): string =>
  new Date(instant).toISOString().replace(/[-:]|\.\d+/g, '')

/** Lines end with CRLF. */
export function icsOf(event: CalendarEvent): string {
  const { uid, madeAt, startsAt, minutes, summary, location, description, url } = event
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Ban thao//VI',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `DTSTAMP:${instantOf(madeAt)}`,
    `DTSTART:${instantOf(startsAt)}`,
    `DTEND:${instantOf(Date.parse(startsAt) + minutes * 60_000)}`,
    `SUMMARY:${escaped(summary)}`,
    ...(location === '' ? [] : [`LOCATION:${escaped(location)}`]),
    `DESCRIPTION:${escaped(description)}`,
    // A URI is no TEXT: nothing in it is escaped.
    `URL:${new URL(url).href}`,
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(summary)}`,
    `TRIGGER:-PT${event.remindBeforeMinutes}M`,
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}
