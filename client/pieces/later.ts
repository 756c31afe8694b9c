// What of a screen comes later: fetched when the screen has been quiet for a moment, or when it is wanted.

/** A file that did not come: the line fell, or the server was renewed. */
export class NotCome extends Error {}

type Load<T> = () => Promise<T>

const quietMs = 3000
const all = new Set<Load<unknown>>()
const lostStyles = new Set<HTMLLinkElement>()
let fetchSoon = (): void => undefined

/** The build asks for a style sheet once; one that did not come is asked for again by a new link. */
function askForStylesAgain() {
  for (const link of lostStyles) link.replaceWith(link.cloneNode())
  lostStyles.clear()
}

/** Called again, it asks again for what did not come. It throws NotCome. */
export function later<T>(load: Load<T>): Load<T> {
  const come = async () => {
    askForStylesAgain()
    return load().catch((cause: unknown) => {
      throw new NotCome('a part did not come', { cause })
    })
  }
  all.add(come)
  fetchSoon()
  return come
}

async function fetchAll(): Promise<void> {
  for (const come of all) {
    // What does not come now is asked for when it is wanted.
    await come().catch(() => undefined)
  }
}

/** To be called once, by the page: from then on dialogs open when the server is away, too. */
export function fetchWhenQuiet(): void {
  const lost = ({ target }: Event) => {
    if (target instanceof HTMLLinkElement && target.rel === 'stylesheet') lostStyles.add(target)
  }
  document.addEventListener('error', lost, { capture: true })
  let timer = 0
  fetchSoon = () => {
    window.clearTimeout(timer)
    timer = window.setTimeout(() => void fetchAll(), quietMs)
  }
  fetchSoon()
}
