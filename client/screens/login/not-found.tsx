// An address that leads nowhere.

import { Gate } from '../../pieces/gate'
import { usePageTitle } from '../../pieces/page-title'
import { LinkButton } from '../../pieces/ui/link-button'
import { useWords } from '../../pieces/words/words'

export function NotFound() {
  const { t } = useWords()
  usePageTitle(t('common.notFoundTitle'))
  return (
    <Gate>
      <div className="login-dead">
        <h1 className="login-title">{t('common.notFoundTitle')}</h1>
        <p>{t('common.notFoundBody')}</p>
        <LinkButton href="/" variant="primary">
          {t('common.backToPlan')}
        </LinkButton>
      </div>
    </Gate>
  )
}
