// A suggested wording: the quoted words struck, the new ones inserted.
import type { ThreadView } from '../../../shared/records/thread'
import { useWords } from '../words/words'

/** `null` where nothing else than the quoted words is suggested. */
export const suggestionOf = ({
  quote,
  replacement,
}: Pick<ThreadView, 'quote' | 'replacement'>): string | null =>
  replacement === undefined || replacement === quote ? null : replacement

export function Suggestion({ quote, replacement }: { quote: string; replacement: string }) {
  const { t } = useWords()
  return (
    <p className="comment-suggestion">
      <del>{quote}</del>{' '}
      {replacement === '' ? <em>({t('comments.suggestDelete')})</em> : <ins>{replacement}</ins>}
    </p>
  )
}
