// The frame of the screens before one is signed in: the program's name, one card, the language.
import type { ReactNode } from 'react'
import { LanguageSwitch } from './words/language-switch'
import { useWords } from './words/words'
import './gate.css'

export function Gate({ children, wide = false }: { children: ReactNode; wide?: boolean }) {
  const { t } = useWords()
  return (
    <div className="login-gate">
      <header className="login-brand">
        <img src="/icon.svg" width={40} height={40} alt="" />
        <div>
          <p className="login-name">{t('common.app')}</p>
          <p className="login-tagline">{t('common.tagline')}</p>
        </div>
      </header>
      <main className={wide ? 'login-card login-card-wide' : 'login-card'}>{children}</main>
      <footer className="login-foot">
        <LanguageSwitch />
      </footer>
    </div>
  )
}
