// Chooses the language of the screens; each language names itself.
import { type Language, languages, type TextKey } from '../../../shared/i18n/table'
import { useWords } from './words'
import './language-switch.css'

/** Each language's own name for itself. */
export const languageNames = {
  vi: 'common.vietnamese',
  en: 'common.english',
} as const satisfies Record<Language, TextKey>

export function LanguageSwitch() {
  const { t, language, setLanguage } = useWords()
  return (
    <fieldset className="language-switch" aria-label={t('common.language')}>
      {languages.map((one) => (
        <button
          key={one}
          type="button"
          lang={one}
          className="language-switch-choice"
          aria-pressed={one === language}
          onClick={() => setLanguage(one)}
        >
          {t(languageNames[one])}
        </button>
      ))}
    </fieldset>
  )
}
