// The name of every close button; the ui kit itself holds no words.
import { createContext, type ReactNode, useContext } from 'react'

const Context = createContext('×')

export function CloseLabel({ label, children }: { label: string; children: ReactNode }) {
  return <Context.Provider value={label}>{children}</Context.Provider>
}

export const useCloseLabel = (): string => useContext(Context)
