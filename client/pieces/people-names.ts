// The people of the cell, and a person's name from the username that records hold.
import { useCallback, useMemo } from 'react'
import useSWR from 'swr'
import type { PublicPerson } from '../../shared/records/person'
import { api, call } from '../api'

interface People {
  people: readonly PublicPerson[] | undefined
  /** The username itself until the list is there, and for those not on it. */
  nameOf: (username: string) => string
  /** What colours are derived from. */
  idOf: (username: string) => string
}

export function usePeople(): People {
  const { data } = useSWR('people', () => call(api.people.$get()))
  const people = data?.people
  const known = useMemo(() => new Map(people?.map((one) => [one.username, one])), [people])
  const nameOf = useCallback((username: string) => known.get(username)?.name ?? username, [known])
  const idOf = useCallback((username: string) => known.get(username)?.id ?? username, [known])
  return { people, nameOf, idOf }
}
