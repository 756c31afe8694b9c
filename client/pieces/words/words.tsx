// The reader's language, kept in this browser, and the words in it.
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { formatDate, formatDateTime } from '../../../shared/i18n/dates'
import {
  type Language,
  languages,
  type Text,
  text,
  vietnamese,
  type WordTable,
  wordsIn,
} from '../../../shared/i18n/text'
import { CloseLabel } from '../ui/close-label'
import { Waiting } from '../ui/waiting'

interface Words {
  language: Language
  setLanguage: (language: Language) => void
  t: Text
  date: (iso: string) => string
  dateTime: (iso: string) => string
  /** With the decimal sign of the language. */
  number: (value: number) => string
}

const Context = createContext<Words | null>(null)
const storageKey = 'banthao.language'

function kept(): Language {
  const stored = localStorage.getItem(storageKey)
  return languages.find((language) => language === stored) ?? 'vi'
}

export function WordsProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState(kept)
  const [table, setTable] = useState<WordTable | null>(language === 'vi' ? vietnamese : null)
  useEffect(() => {
    let isWanted = true
    // Should the other language not come, the words stay in the one that is there.
    wordsIn(language)
      .catch(() => vietnamese)
      .then((words) => isWanted && setTable(words))
    return () => {
      isWanted = false
    }
  }, [language])
  const words = useMemo<Words | null>(() => {
    if (!table) return null
    document.documentElement.lang = language
    return {
      language,
      setLanguage: (next) => {
        localStorage.setItem(storageKey, next)
        setLanguage(next)
      },
      t: text(table),
      date: formatDate,
      dateTime: formatDateTime,
      number: (value) => value.toLocaleString(language),
    }
  }, [language, table])
  if (!words) return <Waiting />
  return (
    <Context.Provider value={words}>
      <CloseLabel label={words.t('common.close')}>{children}</CloseLabel>
    </Context.Provider>
  )
}

/** `t('plan.title')`, dates as dd/mm/yyyy in the reader's time zone. */
export function useWords(): Words {
  const words = useContext(Context)
  if (!words) throw new Error('useWords outside WordsProvider')
  return words
}
