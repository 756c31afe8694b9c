// Whether the faces of the screens and of the papers are there, with Vietnamese letters.
import { useEffect, useState } from 'react'

const faces = ['Be Vietnam Pro', 'Tinos'] as const

/** The names of those that did not come; `null` until that is known. */
export function useFonts(): readonly string[] | null {
  const [missing, setMissing] = useState<readonly string[] | null>(null)
  useEffect(() => {
    let isWanted = true
    const tried = faces.map(async (face) => {
      // What cannot be loaded rejects; what no style names is an empty list.
      const found = await document.fonts.load(`16px "${face}"`, 'aấ').catch(() => [])
      return found.length === 0 ? [face] : []
    })
    void Promise.all(tried).then((names) => isWanted && setMissing(names.flat()))
    return () => {
      isWanted = false
    }
  }, [])
  return missing
}
