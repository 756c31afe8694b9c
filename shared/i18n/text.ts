// Words in the language of the reader: `text(language)('plan.title', { year })`.
import { en } from './en'
import { vi } from './vi'

export const languages = ['vi', 'en'] as const
export type Language = (typeof languages)[number]

type Table = typeof vi
/** `area.key`: the Vietnamese table owns the keys. */
export type TextKey = {
  [Area in keyof Table & string]: `${Area}.${keyof Table[Area] & string}`
}[keyof Table & string]
export type Text = (key: TextKey, values?: Record<string, string | number>) => string

const tables: Record<Language, Record<string, Record<string, string>>> = { vi, en }

/** `{name}` in the words is replaced by `values.name`. */
export function text(language: Language): Text {
  const table = tables[language]
  return (key, values = {}) => {
    const dot = key.indexOf('.')
    const words = table[key.slice(0, dot)]?.[key.slice(dot + 1)] ?? key
    return words.replace(/\{(\w+)\}/g, (hole, name) => String(values[name] ?? hole))
  }
}
