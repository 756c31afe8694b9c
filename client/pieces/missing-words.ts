// What a refused submission says is missing, in the reader's language.
import type { Missing } from '../../shared/facts/missing'
import type { Text } from '../../shared/i18n/table'

const keys = {
  comments: 'common.missingComments',
  opinions: 'common.missingOpinions',
  items: 'common.missingItems',
} as const

/** One sentence for each kind. */
export function missingWords(missing: readonly Missing[], t: Text): string {
  const sentences = missing.map(({ kind, count, named }) => {
    const shown = named.map(({ name, words }) => `${name === null ? '' : `${name}: `}“${words}”`)
    const rest = count - named.length
    const list = [...shown, ...(rest > 0 ? [t('common.missingMore', { count: rest })] : [])]
    return t(keys[kind], { count, list: list.join('; ') })
  })
  return sentences.join(' ')
}
