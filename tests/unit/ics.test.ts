// The calendar file, read back by the rules of RFC 5545 written here a second time.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CalendarEvent, icsOf } from '../../shared/ics'

const event: CalendarEvent = {
  uid: 's1@banthao',
  madeAt: '2027-01-20T01:02:03.456Z',
  startsAt: '2027-02-05T07:00:00.000Z',
  minutes: 120,
  summary: 'Sinh hoạt chuyên đề: Chuyển đổi số',
  location: 'Phòng họp tầng 2, nhà A; lối sau',
  description: 'Chủ trì: Lê Thị Nga.\nTài liệu: http://192.168.1.10:3000',
  url: 'http://192.168.1.10:3000/sessions/s1/room',
  remindBeforeMinutes: 60,
}

/** Content lines, unfolded: 3.1. */
const linesOf = (file: string) => file.replaceAll('\r\n ', '').split('\r\n').slice(0, -1)
/** TEXT: 3.3.11. */
const plain = (text: string) =>
  text.replace(/\\([\\;,nN])/g, (_, letter) => (/n/i.test(letter) ? '\n' : letter))
const valueIn = (file: string, name: string, nth = 0) =>
  linesOf(file)
    .filter((line) => line.startsWith(`${name}:`))
    [nth]?.slice(name.length + 1)
const bytes = (text: string) => new TextEncoder().encode(text)

describe('the calendar file', () => {
  it('[V6] says the meeting’s time in UTC, wherever a computer’s clock stands', () => {
    const file = icsOf(event)
    expect(valueIn(file, 'DTSTART')).toBe('20270205T070000Z')
    expect(valueIn(file, 'DTEND')).toBe('20270205T090000Z')
    expect(valueIn(file, 'DTSTAMP')).toBe('20270120T010203Z')
    // 14:00 where they meet, as a calendar there shows it.
    const [, y, mo, d, h, mi] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)/.exec(
      valueIn(file, 'DTSTART') ?? '',
    ) as unknown as string[]
    const shown = new Date(`${y}-${mo}-${d}T${h}:${mi}:00Z`).toLocaleTimeString('en-GB', {
      timeZone: 'Asia/Ho_Chi_Minh',
    })
    expect(shown).toBe('14:00:00')
  })

  it('[V6] is one event with a reminder, its parts in order', () => {
    const names = linesOf(icsOf(event)).map((line) => line.split(':')[0])
    expect(names.slice(0, 2)).toEqual(['BEGIN', 'VERSION'])
    const frame = linesOf(icsOf(event)).filter((line) => /^(BEGIN|END):/.test(line))
    expect(frame).toEqual([
      'BEGIN:VCALENDAR',
      'BEGIN:VEVENT',
      'BEGIN:VALARM',
      'END:VALARM',
      'END:VEVENT',
      'END:VCALENDAR',
    ])
    expect(valueIn(icsOf(event), 'TRIGGER')).toBe('-PT60M')
    expect(valueIn(icsOf(event), 'LOCATION')).toBe('Phòng họp tầng 2\\, nhà A\\; lối sau')
  })

  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.string({
      unit: fc.constantFrom(...'Nguyễn Thị ấềộữỷđ\\;,:"\n\r\t 😀👩‍👩‍👧'),
      maxLength: 300,
    }),
  )

  it('[V6] cuts no line beyond 75 octets and no letter in two; what was put in comes out', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, (summary, location, description) => {
        const file = icsOf({ ...event, summary, location, description })
        expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true)
        // Every line break is CRLF.
        expect(/(^|[^\r])\n|\r([^\n]|$)/.test(file)).toBe(false)
        for (const line of file.split('\r\n')) {
          expect(bytes(line).length).toBeLessThanOrEqual(75)
          // Each line is whole by itself, before the lines are put together again.
          expect(new TextDecoder().decode(bytes(line))).toBe(line)
        }
        const kept = (text: string) =>
          text
            .normalize('NFC')
            .replace(/\r\n?/g, '\n')
            .split('')
            .map((letter) =>
              letter !== '\n' && (letter < ' ' || letter === '\u007f') ? ' ' : letter,
            )
            .join('')
        expect(plain(valueIn(file, 'SUMMARY') ?? '')).toBe(kept(summary))
        expect(plain(valueIn(file, 'DESCRIPTION') ?? '')).toBe(kept(description))
        // The alarm repeats the summary; no text can begin a line of its own.
        expect(plain(valueIn(file, 'DESCRIPTION', 1) ?? '')).toBe(kept(summary))
        expect(linesOf(file).filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1)
      }),
    )
  })
})
