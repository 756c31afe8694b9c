// Under which addresses other machines reach the server; links that leave the page are made with them.
import useSWR from 'swr'
import { api, call } from '../api'

export const isLocalPage = (): boolean =>
  /^(localhost$|127\.|\[::1\])/.test(window.location.hostname)

export function useAddresses() {
  const { data, error } = useSWR('addresses', () => call(api.addresses.$get()), {
    revalidateOnFocus: false,
  })
  return { addresses: data, error }
}
