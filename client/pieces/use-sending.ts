// Sending something to the server: busy meanwhile, and what went wrong in the reader's words.
import { useState } from 'react'
import { useTroubleText } from './trouble'

export interface Sending {
  readonly isBusy: boolean
  readonly trouble: string | null
  readonly setTrouble: (trouble: string | null) => void
  /** Runs `work` unless something is under way; what it throws becomes `trouble`, and nothing typed is lost. */
  readonly send: (work: () => Promise<void>) => Promise<void>
}

export function useSending(): Sending {
  const say = useTroubleText()
  const [isBusy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const send = async (work: () => Promise<void>) => {
    if (isBusy) return
    setBusy(true)
    setTrouble(null)
    try {
      await work()
    } catch (error) {
      setTrouble(say(error))
    } finally {
      setBusy(false)
    }
  }
  return { isBusy, trouble, setTrouble, send }
}
