// The window's title says where one is.
import { useEffect } from 'react'
import { useWords } from './words/words'

export function usePageTitle(title?: string): void {
  const { t } = useWords()
  const app = t('common.app')
  useEffect(() => {
    document.title = title ? `${title} · ${app}` : app
  }, [title, app])
}
