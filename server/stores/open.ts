// Opens the store that the configuration asks for.
import type { Store } from './contract'
import { openEmbedded } from './embedded/store'

/** The one store there is today: a folder of this machine. */
export const openStore = ({ dataDir }: { dataDir: string }): Promise<Store> =>
  openEmbedded({ dataDir })
