// Is my work safe? A dot, a word, and a place that never changes its size.
import { useSyncExternalStore } from 'react'
import type { TextKey } from '../../../shared/i18n/table'
import { useWords } from '../words/words'
import type { SavedState } from './saved-state'
import type { DeskOnScreen } from './use-paper-desk'
import './saved-mark.css'

const keys = {
  connecting: 'editor.connecting',
  saved: 'editor.saved',
  saving: 'editor.saving',
  offline: 'editor.offline',
  reading: 'editor.reading',
  refused: 'editor.refusedShort',
} as const satisfies Record<SavedState['kind'], TextKey>

export function SavedMark({ of }: { of: DeskOnScreen['mark'] }) {
  const state = useSyncExternalStore(of.subscribe, of.saved)
  const { t } = useWords()
  const isWaiting = state.kind === 'offline' && state.pending > 0
  const words = isWaiting ? t('editor.offlinePending', { n: state.pending }) : t(keys[state.kind])
  const isKept = isWaiting && state.isKept
  const more = state.kind === 'refused' ? t(`refusal.${state.code}`) : words
  return (
    <span
      className={`saved-mark is-${state.kind} ${isKept ? 'is-kept' : ''}`}
      role="status"
      title={isKept ? t('editor.offlineKept') : more}
    >
      <span className="saved-mark-dot" aria-hidden="true" />
      <span className="saved-mark-words">{words}</span>
    </span>
  )
}
