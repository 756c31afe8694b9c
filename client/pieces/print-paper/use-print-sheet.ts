// What the browser prints of a version, at hand before anybody presses Ctrl+P.
import useSWRImmutable from 'swr/immutable'
import type { PaperStyle } from '../../../shared/facts/cell'
import type { PrintSheet } from '../../../shared/papers/print-sheet'
import { api, call } from '../../api'

export function usePrintSheet(
  id: string,
  style: PaperStyle,
  isNumbered: boolean,
): PrintSheet | undefined {
  const numbers = isNumbered ? '1' : '0'
  const { data } = useSWRImmutable(
    ['sheet', id, style, numbers],
    // The API's type spells nested blocks out, to no depth's end.
    async () =>
      (await call(
        api.versions[':id'].sheet.$get({ param: { id }, query: { style, numbers } }),
      )) as PrintSheet,
  )
  return data
}
