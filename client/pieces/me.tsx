// Who is signed in; without a login the visitor is sent to sign in and back again.
import { createContext, type ReactNode, useContext } from 'react'
import useSWR from 'swr'
import { Redirect, useLocation, useSearch } from 'wouter'
import type { Cell } from '../../shared/records/cell'
import type { PublicPerson } from '../../shared/records/person'
import { api, call, Refused } from '../api'
import { Trouble } from './trouble'
import { Waiting } from './ui/waiting'
import { WholeWords } from './words/words'

interface Me {
  person: PublicPerson
  cell: Omit<Cell, 'createdAt'>
}
const Context = createContext<Me | null>(null)

export function SignedIn({ children }: { children: ReactNode }) {
  const [path] = useLocation()
  const search = useSearch()
  const here = search === '' ? path : `${path}?${search}`
  const { data, error, mutate } = useSWR('me', () => call(api.me.$get()))
  if (error instanceof Refused && error.code === 'not-signed-in') {
    return <Redirect to={here === '/' ? '/login' : `/login?to=${encodeURIComponent(here)}`} />
  }
  if (error && !data) return <Trouble error={error} retry={() => void mutate()} />
  if (!data) return <Waiting />
  return (
    <Context.Provider value={data}>
      <WholeWords>{children}</WholeWords>
    </Context.Provider>
  )
}

export function useMe(): Me {
  const me = useContext(Context)
  if (!me) throw new Error('useMe outside SignedIn')
  return me
}
