// The reader's language, kept in this browser, and the words in it.
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
} from 'react'
import { formatDate, formatDateTime } from '../../../shared/i18n/dates'
import {
  type Language,
  languages,
  type Text,
  text,
  type WordTable,
} from '../../../shared/i18n/table'
import { first } from '../../../shared/i18n/vi/first'
import { CloseLabel } from '../ui/close-label'
import { Waiting } from '../ui/waiting'

interface Words {
  language: Language
  setLanguage: (language: Language) => void
  /** All words are there, not only those of the pages before one has signed in. */
  isWhole: boolean
  wantWhole: () => void
  failure: unknown
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

/** Apart from each other: what stands in one expression is fetched together, in both languages. */
const parts = {
  vi: {
    first: async (): Promise<WordTable> => first,
    rest: async (): Promise<WordTable> => (await import('../../../shared/i18n/vi/rest')).rest,
  },
  en: {
    first: async (): Promise<WordTable> => (await import('../../../shared/i18n/en/first')).first,
    rest: async (): Promise<WordTable> => (await import('../../../shared/i18n/en/rest')).rest,
  },
} as const satisfies Record<Language, unknown>

/** The first words in Vietnamese are there at once; all others are fetched by whoever comes to need them. */
async function fetched(language: Language, isWhole: boolean): Promise<WordTable> {
  const { first: begin, rest } = parts[language]
  const [one, more] = await Promise.all([begin(), isWhole ? rest() : {}])
  return { ...one, ...more }
}

interface Loaded {
  readonly language: Language
  readonly isWhole: boolean
  readonly table: WordTable
}
const atOnce: Loaded = { language: 'vi', isWhole: false, table: first }

export function WordsProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState(kept)
  const [isWhole, setWhole] = useState(false)
  const wantWhole = useCallback(() => setWhole(true), [])
  const [loaded, setLoaded] = useState<Loaded | null>(language === 'vi' ? atOnce : null)
  const [failure, setFailure] = useState<unknown>(null)
  useEffect(() => {
    let isWanted = true
    fetched(language, isWhole)
      .then((table) => isWanted && setLoaded({ language, isWhole, table }))
      .catch((error: unknown) => {
        if (!isWanted) return
        // Should the other language not come, the words stay in the one that is there.
        setLoaded((before) => before ?? atOnce)
        setFailure(error)
      })
    return () => {
      isWanted = false
    }
  }, [language, isWhole])
  const words = useMemo<Words | null>(() => {
    if (!loaded) return null
    document.documentElement.lang = loaded.language
    return {
      language: loaded.language,
      setLanguage: (next) => {
        localStorage.setItem(storageKey, next)
        setLanguage(next)
      },
      isWhole: loaded.isWhole,
      wantWhole,
      failure,
      t: text(loaded.table),
      date: formatDate,
      dateTime: formatDateTime,
      number: (value) => value.toLocaleString(loaded.language),
    }
  }, [loaded, failure, wantWhole])
  if (!words) return <Waiting />
  return (
    <Context.Provider value={words}>
      <CloseLabel label={words.t('common.close')}>{children}</CloseLabel>
    </Context.Provider>
  )
}

/** Shows what needs more than the first words as soon as all are there; throws when they do not come. */
export function WholeWords({ children }: { children: ReactNode }) {
  const { isWhole, wantWhole, failure } = useWords()
  useEffect(wantWhole, [wantWhole])
  if (isWhole) return children
  if (failure !== null) throw failure
  return <Waiting />
}

/** `t('common.save')`, dates as dd/mm/yyyy in the reader's time zone. */
export function useWords(): Words {
  const words = useContext(Context)
  if (!words) throw new Error('useWords outside WordsProvider')
  return words
}
