// Fields hold still while their words are on the way: what would be typed then the answer would wipe out.
import { createContext, useContext } from 'react'

/** Around the fields of a form: true while it is being sent. */
export const Held = createContext(false)

/** What an input of text takes; read-only keeps the focus and the caret, disabled would not. */
export function useHeld(readOnly = false): { readOnly: boolean } {
  return { readOnly: useContext(Held) || readOnly }
}
