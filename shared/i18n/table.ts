// Words by `area.key`: the Vietnamese table owns the keys; which words are at hand is the caller's to know.
import type { vi } from './vi'

export const languages = ['vi', 'en'] as const
export type Language = (typeof languages)[number]

type Table = typeof vi
/** `area.key`. */
export type TextKey = {
  [Area in keyof Table & string]: `${Area}.${keyof Table[Area] & string}`
}[keyof Table & string]
export type Text = (key: TextKey, values?: Record<string, string | number>) => string
export type WordTable = Readonly<Record<string, Readonly<Record<string, string>>>>

/**
 * `{name}` in the words is replaced by `values.name`; `{count|day|days}` by the first words when
 * `values.count` is one, else by the second.
 */
export function text(table: WordTable): Text {
  return (key, values = {}) => {
    const dot = key.indexOf('.')
    const words = table[key.slice(0, dot)]?.[key.slice(dot + 1)] ?? key
    return words.replace(/\{(\w+)(?:\|([^|}]*)\|([^|}]*))?\}/g, (hole, name, one, many) => {
      const value = values[name]
      if (value === undefined) return hole
      if (one === undefined) return String(value)
      return Number(value) === 1 ? one : many
    })
  }
}
