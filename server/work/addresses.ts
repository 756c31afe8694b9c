// Under which addresses this server can be reached: by phones in the same network, and in links.
import { networkInterfaces } from 'node:os'
import type { Services } from '../services'

export interface Addresses {
  /** What links are made with. */
  readonly base: string
  /** Every address that another machine may try, the likeliest first. */
  readonly reachable: readonly string[]
}

/** How a request came in: its `Host`, and the port it came to. */
export interface Arrival {
  readonly host: string | undefined
  readonly port: number
}

/** With or without a port. */
const isLocal = (host: string) => /^(localhost(:|$)|127\.|\[?::1\b)/i.test(host)

/** Bridges of containers and virtual machines: real addresses, which no phone reaches. */
const isVirtual = (name: string) =>
  /^(docker|br-|veth|virbr|vmnet|vboxnet|vEthernet|tun|tap|wg|zt|tailscale)/i.test(name)

const likelihood = (address: string): number => {
  if (address.startsWith('192.168.')) return 0
  if (address.startsWith('10.')) return 1
  return /^172\.(1[6-9]|2\d|3[01])\./.test(address) ? 2 : 3
}

/** IPv4, which a phone's camera and a person can read alike. */
export function lanHosts(
  host: string,
  interfaces: ReturnType<typeof networkInterfaces> = networkInterfaces(),
): string[] {
  if (isLocal(host)) return []
  if (!['0.0.0.0', '::', ''].includes(host)) return [host]
  return Object.entries(interfaces)
    .flatMap(([name, found = []]) => found.map((one) => ({ name, ...one })))
    .filter(({ family, internal, address }) => {
      return family === 'IPv4' && !internal && !address.startsWith('169.254.')
    })
    .sort(
      (a, b) =>
        Number(isVirtual(a.name)) - Number(isVirtual(b.name)) ||
        likelihood(a.address) - likelihood(b.address),
    )
    .map(({ address }) => address)
}

/** What the configuration says counts first; then how this very request came in. */
export function addressesFor({ config }: Pick<Services, 'config'>, arrival: Arrival): Addresses {
  const { host = '', port } = arrival
  const found = lanHosts(config.host).map((one) => `http://${one}:${port}`)
  if (config.publicUrl) {
    const { origin, host } = config.publicUrl
    // Configured or not, no phone opens what a machine calls itself.
    return { base: origin, reachable: [...new Set([...(isLocal(host) ? [] : [origin]), ...found])] }
  }
  const here = URL.canParse(`http://${host}`) ? new URL(`http://${host}`).origin : null
  const reachable = here && !isLocal(host) ? [...new Set([here, ...found])] : found
  return { base: reachable[0] ?? here ?? `http://localhost:${port}`, reachable }
}
