// A one-time link that has been used or is too old, and what to do now.
import { LinkButton } from '../../pieces/ui/link-button'
import { useWords } from '../../pieces/words/words'

export function DeadLink({ kind }: { kind: 'setUp' | 'join' }) {
  const { t } = useWords()
  return (
    <div className="login-dead">
      <h1 className="login-title">{t('login.deadLinkTitle')}</h1>
      <p>{t(kind === 'setUp' ? 'login.deadSetUp' : 'login.deadJoin')}</p>
      <LinkButton href="/login" variant="primary">
        {t('login.toSignIn')}
      </LinkButton>
    </div>
  )
}
