// Keeps the cards beside their words: only those near the window are on the page, and only what moved is written.
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { between, isCrowded, pivotOf, places } from './places'
import { isTypedIn, withStaying } from './staying'

/** The text beside which the cards stand. */
export interface MarginText {
  readonly root: HTMLElement
  /** The top of the words a new comment is about, in the window. */
  readonly composerTop: () => number | null
  /** Puts the keyboard back into it. */
  readonly focus: () => void
}

export const composerId = 'composer'

export interface Margin {
  /** The threads found in the text, in its order; `null` before the text is there. */
  readonly order: readonly string[] | null
  /** The cards stand beside the text; else they are a list below one another. */
  readonly isBeside: boolean
  /** The threads whose cards have to be on the page while they stand beside it. */
  readonly near: readonly string[]
}

interface Wish {
  readonly list: HTMLElement | null
  readonly text: MarginText | null
  readonly inHand: string | null
  /** Threads that may have a card. */
  readonly passing: ReadonlySet<string>
}

const none: Margin = { order: null, isBeside: false, near: [] }
/** Shares of the window's height: within the first a card has to be there, within the second it is made. */
const reach = { needed: 0.6, made: 1.1 }

/** Each thread's first marked words, in document order. */
function firstWords(root: HTMLElement): Map<string, HTMLElement> {
  const found = new Map<string, HTMLElement>()
  for (const words of root.querySelectorAll<HTMLElement>('[data-thread]')) {
    const { thread } = words.dataset
    if (thread && !found.has(thread)) found.set(thread, words)
  }
  return found
}

const isSame = (a: readonly string[] | null, b: readonly string[] | null) =>
  a === b || (a !== null && b !== null && a.length === b.length && a.every((id, i) => id === b[i]))

/** Something typed, or the keyboard, is in it: it stays on the page wherever the window goes. */
const holdsWork = (card: HTMLElement) => card.contains(document.activeElement) || isTypedIn(card)

const cardsOf = (list: HTMLElement) => [
  ...list.querySelectorAll<HTMLElement>(':scope > [data-card]'),
]

/** Cards that move in `work` are there, instead of on their way. */
function atOnce(list: HTMLElement, work: () => void): void {
  list.classList.add('is-held')
  work()
  void list.offsetHeight
  list.classList.remove('is-held')
}

class MarginDesk {
  isStale = true
  #words: ReadonlyMap<string, HTMLElement> = new Map()
  #order: readonly string[] | null = null
  /** The text in which there were words. */
  #came: HTMLElement | null = null
  /** Those whose words went while something was typed in their cards. */
  #staying: ReadonlySet<string> = new Set()
  #pivot: string | null = null
  readonly #tops = new WeakMap<HTMLElement, number>()
  /** Where they would stand if they were alone. */
  readonly #wants = new WeakMap<HTMLElement, number>()
  /** Where the list's top was in the window when something in it was pressed, or held since. */
  #graspedAt: number | null = null

  #top(id: string): number {
    return this.#words.get(id)?.getBoundingClientRect().top ?? Number.NaN
  }

  #find({ text }: Wish, cards: readonly HTMLElement[]): void {
    this.isStale = false
    // A text that is empty from the start has yet to come: its words are not gone.
    if (text && text.root.textContent !== '') this.#came = text.root
    const isThere = text !== null && text.root === this.#came
    this.#words = isThere ? firstWords(text.root) : new Map()
    const gone = cards.filter((card) => !this.#words.has(card.dataset.card ?? ''))
    this.#staying = new Set(gone.filter(isTypedIn).map((card) => card.dataset.card ?? ''))
    const order = isThere
      ? withStaying([...this.#words.keys()], this.#order ?? [], this.#staying)
      : null
    if (!isSame(order, this.#order)) this.#order = order
  }

  #near(cards: readonly HTMLElement[], wish: Wish, known: readonly string[]): readonly string[] {
    const shown = this.#order?.filter((id) => wish.passing.has(id)) ?? []
    const anchors = shown.filter((id) => this.#words.has(id))
    const height = window.innerHeight
    const within = (share: number) => {
      const [first, end] = between(
        anchors.length,
        (index) => this.#top(anchors[index] ?? ''),
        -share * height,
        (1 + share) * height,
      )
      return anchors.slice(first, end)
    }
    const have = new Set(known)
    const isFine =
      within(reach.needed).every((id) => have.has(id)) && known.every((id) => wish.passing.has(id))
    const kept = new Set(isFine ? known : within(reach.made))
    if (wish.inHand && wish.passing.has(wish.inHand)) kept.add(wish.inHand)
    for (const card of cards) {
      const id = card.dataset.card ?? ''
      if (!kept.has(id) && wish.passing.has(id) && holdsWork(card)) kept.add(id)
    }
    // Those whose words are not found stand below the text.
    const lost = [...wish.passing].filter((id) => !this.#words.has(id) && !shown.includes(id))
    const near = [...shown.filter((id) => kept.has(id)), ...lost]
    return isSame(near, known) ? known : near
  }

  grasp(list: HTMLElement): void {
    this.#graspedAt = list.getBoundingClientRect().top
  }

  /** Keeps the cards where they were in the window when grasped, while the page moves under them. */
  hold(list: HTMLElement): void {
    if (this.#graspedAt === null) return
    const { top } = list.getBoundingClientRect()
    const by = this.#graspedAt - top
    this.#graspedAt = top
    if (by === 0 || !list.classList.contains('is-margin')) return
    atOnce(list, () => {
      for (const card of cardsOf(list)) this.#put(card, (this.#tops.get(card) ?? 0) + by)
    })
  }

  #put(card: HTMLElement, top: number): void {
    if (this.#tops.get(card) !== top) card.style.transform = `translateY(${top}px)`
    this.#tops.set(card, top)
  }

  /** Reads everything first, then writes what changed. */
  look(wish: Wish, known: Margin): Margin {
    const { list, text } = wish
    if (!list) return known
    const cards = cardsOf(list)
    const isLaidDown = cards.some(
      (card) => this.#staying.has(card.dataset.card ?? '') && !isTypedIn(card),
    )
    if (this.isStale || isLaidDown) this.#find(wish, cards)
    this.#graspedAt = null
    const start = list.getBoundingClientRect()
    const page = text?.root.getBoundingClientRect()
    const isBeside =
      page !== undefined && list.offsetParent !== null && page.right <= start.left + 1
    const order = isSame(this.#order, known.order) ? known.order : this.#order
    if (!isBeside || !text) {
      this.#layDown(list, cards)
      const isKnown = order === known.order && !known.isBeside
      return isKnown ? known : { order, isBeside: false, near: [] }
    }
    if (known.near.some((id) => this.#words.get(id)?.isConnected === false)) {
      this.#find(wish, cards)
    }
    const near = order === null ? none.near : this.#near(cards, wish, known.near)
    const below = page.bottom - start.top
    const sizes = cards.map((card) => {
      const id = card.dataset.card ?? ''
      const top = id === composerId ? text.composerTop() : this.#top(id)
      const isFound = top !== null && !Number.isNaN(top)
      const elsewhere = this.#staying.has(id) ? (this.#wants.get(card) ?? below) : below
      return { id, want: isFound ? top - start.top - 8 : elsewhere, height: card.offsetHeight }
    })
    // The sort keeps the order of equals.
    const inOrder = sizes.toSorted((a, b) => a.want - b.want)
    const sight = { top: -start.top, bottom: window.innerHeight - start.top }
    this.#pivot = pivotOf(inOrder, { inHand: wish.inHand, before: this.#pivot }, sight)
    const isHeld = this.#pivot === wish.inHand || !isCrowded(inOrder, below)
    const tops = places(inOrder, isHeld ? this.#pivot : null)
    // Nothing that is in sight goes: the page would be pushed up, and other words be in sight.
    let end = Math.max(below, Math.min(sight.bottom, start.height))
    list.classList.add('is-margin')
    let isCarried = false
    const put = () =>
      cards.forEach((card, index) => {
        const top = Math.round(tops.get(card.dataset.card ?? '') ?? 0)
        this.#put(card, top)
        end = Math.max(end, top + (sizes[index]?.height ?? 0))
      })
    cards.forEach((card, index) => {
      const want = sizes[index]?.want ?? 0
      if (Math.abs((this.#wants.get(card) ?? want) - want) >= 1) isCarried = true
      this.#wants.set(card, want)
    })
    // Words that moved take their cards along: these glide only to give way to one another.
    if (isCarried) atOnce(list, put)
    else put()
    const height = `${Math.ceil(end)}px`
    if (list.style.height !== height) list.style.height = height
    const isKnown = order === known.order && known.isBeside && near === known.near
    return isKnown ? known : { order, isBeside: true, near }
  }

  #layDown(list: HTMLElement, cards: readonly HTMLElement[]): void {
    if (!list.classList.contains('is-margin')) return
    list.classList.remove('is-margin')
    list.style.height = ''
    for (const card of cards) {
      card.style.transform = ''
      this.#tops.delete(card)
    }
  }
}

export function useMargin(wish: Wish): Margin {
  const [margin, setMargin] = useState(none)
  const [desk] = useState(() => new MarginDesk())
  const frame = useRef(0)
  const latest = useRef({ wish, margin })
  latest.current = { wish, margin }
  const look = useCallback(() => {
    cancelAnimationFrame(frame.current)
    frame.current = 0
    setMargin(desk.look(latest.current.wish, latest.current.margin))
  }, [desk])
  const schedule = useCallback(() => {
    // A button that moved away while it is pressed would not have been pressed.
    const turn = () => {
      const { list } = latest.current.wish
      if (!list?.matches(':active')) return look()
      desk.hold(list)
      frame.current = requestAnimationFrame(turn)
    }
    frame.current ||= requestAnimationFrame(turn)
  }, [look, desk])
  const { list, text, inHand, passing } = wish
  // Cards that have just come are placed before they are painted.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each of these brings or moves cards
  useLayoutEffect(look, [look, list, text, inHand, passing, margin])
  useEffect(() => {
    if (!list) return
    const sizes = new ResizeObserver(schedule)
    sizes.observe(list)
    for (const card of list.children) sizes.observe(card)
    const cards = new MutationObserver((changes) => {
      for (const { addedNodes } of changes) {
        for (const card of addedNodes) if (card instanceof Element) sizes.observe(card)
      }
      schedule()
    })
    cards.observe(list, { childList: true })
    const words = new MutationObserver((changes) => {
      if (changes.some(({ type }) => type !== 'characterData')) desk.isStale = true
      schedule()
    })
    if (text) {
      desk.isStale = true
      sizes.observe(text.root)
      const attributeFilter = ['data-thread']
      words.observe(text.root, {
        childList: true,
        subtree: true,
        characterData: true,
        attributeFilter,
      })
    }
    const grasp = () => desk.grasp(list)
    list.addEventListener('pointerdown', grasp, { capture: true })
    list.addEventListener('focusout', schedule)
    document.addEventListener('scroll', schedule, { capture: true, passive: true })
    window.addEventListener('resize', schedule)
    schedule()
    return () => {
      sizes.disconnect()
      cards.disconnect()
      words.disconnect()
      list.removeEventListener('pointerdown', grasp, { capture: true })
      list.removeEventListener('focusout', schedule)
      document.removeEventListener('scroll', schedule, { capture: true })
      window.removeEventListener('resize', schedule)
      cancelAnimationFrame(frame.current)
      frame.current = 0
    }
  }, [list, text, desk, schedule])
  return margin
}
