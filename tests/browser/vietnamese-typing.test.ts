// Typing Vietnamese never breaks: Telex and VNI, composed and UniKey's way, while a colleague works around the caret.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../kit/browser'
import { becomeBusy, goOn, hasToDraw } from '../kit/busy-browser'
import { authorsWords, BusyColleague } from '../kit/busy-colleague'
import { Ime } from '../kit/ime'
import { type Dice, diceOf } from '../kit/paper-editor'
import { caretAfter } from '../kit/seen-caret'
import { type People, sessionAt, signInAll } from '../kit/session-maker'
import { type RunningServer, startServer } from '../kit/start-server'
import { type Method, type Syllable, syllable } from '../kit/syllables'
import { Cast } from './cast'

/** `SYLLABLES=10000 npx vitest run tests/browser/vietnamese-typing.test.ts` is the long run. */
const syllables = Number(process.env.SYLLABLES ?? 400)
const seed = Number(process.env.SEED ?? 20_261_121)
const ways = [
  { way: 'compose', method: 'telex' },
  { way: 'rewrite', method: 'telex' },
  { way: 'compose', method: 'vni' },
  { way: 'rewrite', method: 'vni' },
] as const satisfies { way: 'compose' | 'rewrite'; method: Method }[]
const lookEvery = 20
const paragraphOf = 45
const commentEvery = 25
/** Every so often a few words are written in front of others. */
const inFrontOf = ' hết'
const inFrontEvery = 5

const tieng: Syllable = {
  text: 'tiếng',
  keys: 'tieengs',
  steps: ['t', 'ti', 'tie', 'tiê', 'tiên', 'tiêng', 'tiếng'],
}

describe('Vietnamese typed while a colleague works', () => {
  let server: RunningServer
  let browser: Browser
  let people: People
  let cast: Cast<'hanh'>
  let page: Page
  let draft = ''
  let colleague: BusyColleague
  /** All that the author typed, and what stands behind the caret in this paragraph. */
  let typed = ''
  let tail = ''
  const dice: Dice = diceOf(seed)

  /** Where a text and what the author typed part, with the words before and after. */
  const parting = (text: string): string => {
    const [expected, found] = [typed + tail, authorsWords(text)]
    if (found === expected) return 'nowhere'
    let at = 0
    while (found[at] === expected[at]) at++
    const about = (words: string) => words.slice(Math.max(0, at - 30), at + 30)
    return `«${about(found)}» for «${about(expected)}»`
  }
  const shown = () => cast.paper('hanh').evaluate((paper) => paper.textContent ?? '')
  const prevented = () => page.evaluate(() => document.body.dataset.prevented)

  /** Both sides have all of it: the author's screen what the colleague did, and the reverse. */
  const agree = async () => {
    const word = colleague.signal()
    await page.getByText(word).first().waitFor()
    await expect.poll(() => parting(colleague.text), { timeout: 20_000 }).toBe('nowhere')
    expect(parting(await shown())).toBe('nowhere')
  }
  const moveTo = async (ime: Ime, side: 'Beginning' | 'End') => {
    // The hand that leaves the letters for another key sees them first.
    await ime.taken()
    ime.toParagraphs(side)
    await ime.taken()
    // The browser tells the page of the caret's new place a moment later; no hand is faster.
    await page.evaluate(() => new Promise(requestAnimationFrame))
  }
  const startParagraph = async (ime: Ime, isInFront: boolean) => {
    if (tail) await moveTo(ime, 'End')
    typed += tail
    tail = ''
    ime.key('Enter', 13, '\r')
    if (!isInFront) return
    tail = inFrontOf
    ime.insert(tail)
    await moveTo(ime, 'Beginning')
  }

  beforeAll(async () => {
    server = await startServer({ demo: true })
    people = await signInAll(server.origin)
    const session = await sessionAt(people, 'draft')
    draft = session.documents.draft
    colleague = new BusyColleague(await people.bao.open(draft).synced(), diceOf(seed + 1))
    const { editor } = colleague
    editor.append('A1', 'A2', 'B1')
    editor.dispatch(editor.tr.delete(0, editor.doc.child(0).nodeSize))
    await editor.client.allSaved()
    browser = await openBrowser()
    cast = new Cast(browser, server.origin)
    await cast.open('hanh', `/sessions/${session.id}/draft`)
    page = cast.pages.hanh
    await cast.words('hanh', 'A2').click()
    await page.keyboard.press('End')
    await page.evaluate(() => {
      // As if everything had waited long already: nothing may come under the hands all the same.
      const { setTimeout } = window
      window.setTimeout = ((run: () => void, ms = 0, ...rest: unknown[]) =>
        setTimeout(run, ms === 5000 ? 30 : ms, ...rest)) as typeof setTimeout
      document.body.dataset.prevented = '0'
      window.addEventListener('keydown', (event) => {
        if (event.key !== 'Backspace' || !event.defaultPrevented) return
        document.body.dataset.prevented = String(Number(document.body.dataset.prevented) + 1)
      })
    })
  })
  afterAll(async () => {
    colleague?.editor.leave()
    await browser?.close()
    await server?.stop()
    server?.forget()
  })

  it.each(ways)('$method, by $way: not a letter differs', { timeout: 1_800_000 }, async (one) => {
    const { way, method } = one
    const comments: Promise<number>[] = []
    const ime = await Ime.on(page, () => {
      const isBusy = dice(5) === 0
      if (isBusy) colleague.act(way === 'compose')
      return isBusy
    })
    let left = 0
    for (let i = 0; i < Math.ceil(syllables / ways.length); i++) {
      if (left-- === 0) {
        const isInFront = dice(inFrontEvery) === 0
        left = isInFront ? 5 : paragraphOf
        await startParagraph(ime, isInFront)
      }
      const word = syllable(dice, method)
      await ime[way](word)
      ime.insert(' ')
      typed += `${word.text} `
      if (i % commentEvery === 10) {
        const body = { kind: 'remark', body: 'Xem lại.', ...colleague.quote() }
        const answer = people.thoa.post(`/api/documents/${draft}/threads`, body)
        comments.push(answer.then(({ status }) => status))
      }
      if (i % lookEvery === lookEvery - 1) await agree()
    }
    await ime.taken()
    await agree()
    // The words may have changed under a comment on its way; most find them.
    for (const status of await Promise.all(comments)) expect([201, 409]).toContain(status)
    // Our program leaves Backspace to the browser.
    expect(await prevented()).toBe('0')
  })

  it("a colleague's letters at the very caret come after it: UniKey takes back its own", async () => {
    const ime = await Ime.on(page, () => false)
    await startParagraph(ime, false)
    for (const letter of 'tie') {
      ime.insert(letter)
      typed += letter
      await ime.taken()
      await agree()
      colleague.typeAtEnd()
      await agree()
    }
    typed = typed.slice(0, -3)
    ime.key('Backspace', 8)
    await ime.taken()
    colleague.typeAtEnd()
    await page.getByText(colleague.signal()).first().waitFor()
    ime.insert('ê')
    ime.insert('ng')
    for (let i = 0; i < 3; i++) ime.key('Backspace', 8)
    ime.insert('ếng ')
    await ime.taken()
    typed += 'tiếng '
    await agree()
  })

  it('a word composed for longer than others are made to wait stays whole', async () => {
    const ime = await Ime.on(page, () => false)
    await startParagraph(ime, false)
    await ime.taken()
    for (const text of tieng.steps.slice(0, 4)) await ime.show(text)
    await ime.taken()
    // Words elsewhere come in under the composition, those beside it wait for its end.
    const elsewhere = colleague.signal()
    colleague.typeAtEnd()
    await page.getByText(elsewhere).first().waitFor()
    for (const text of tieng.steps.slice(4)) await ime.show(text)
    ime.insert(`${tieng.text} `)
    await ime.taken()
    typed += `${tieng.text} `
    await agree()
  })

  it('a caret that the browser has moved and not told of stays there, whatever is drawn anew', async () => {
    const ime = await Ime.on(page, () => false)
    await startParagraph(ime, false)
    ime.insert('một hai ')
    typed += 'một hai '
    await moveTo(ime, 'Beginning')
    await becomeBusy(page)
    colleague.lookAt(0)
    await hasToDraw(page)
    ime.toParagraphs('End')
    await ime.taken()
    await goOn(page)
    ime.insert('ba ')
    typed += 'ba '
    await ime.taken()
    await agree()
  })

  it("a colleague's caret waits for the end of a word that was begun before it is drawn", async () => {
    const ime = await Ime.on(page, () => false)
    await startParagraph(ime, false)
    ime.insert('một hai ')
    typed += 'một hai '
    await ime.taken()
    // Among bold words the editor itself takes the caret away meanwhile; see the next test.
    colleague.embolden(false)
    await agree()
    colleague.lookAt(0)
    await expect.poll(() => caretAfter(page)).toBe(0)
    await becomeBusy(page)
    colleague.lookAt(3)
    await hasToDraw(page)
    await ime.show('t')
    await ime.taken()
    await goOn(page)
    expect(await caretAfter(page)).toBe(0)
    for (const text of tieng.steps.slice(1)) await ime.show(text)
    ime.insert(`${tieng.text} `)
    await ime.taken()
    typed += `${tieng.text} `
    await expect.poll(() => caretAfter(page)).toBe(3)
    await agree()
  })

  it("a colleague's caret among bold words is there again after the word", async () => {
    const ime = await Ime.on(page, () => false)
    colleague.embolden(true)
    await agree()
    colleague.lookAt(2)
    await expect.poll(() => caretAfter(page)).toBe(2)
    for (const text of tieng.steps) await ime.show(text)
    ime.insert(`${tieng.text} `)
    await ime.taken()
    typed += `${tieng.text} `
    await expect.poll(() => caretAfter(page)).toBe(2)
    await agree()
  })

  it("a colleague's caret is one element, moved and never built again", async () => {
    await page.evaluate(() => {
      const carets = new Set<Node>(document.querySelectorAll('.paper-caret'))
      Object.assign(window, { carets })
      new MutationObserver((records) => {
        for (const { addedNodes } of records)
          for (const node of addedNodes) {
            if (node instanceof Element && node.matches('.paper-caret')) carets.add(node)
          }
      }).observe(document.body, { childList: true, subtree: true })
    })
    let last = ''
    for (let i = 0; i < 50; i++) {
      colleague.act(false)
      last = colleague.typeAtEnd()
      await page.getByText(last).first().waitFor()
    }
    await expect
      .poll(() =>
        page.locator('.paper-caret').evaluate((caret) => caret.previousSibling?.textContent),
      )
      .toMatch(new RegExp(`${last}$`))
    const count = () => (window as unknown as { carets: Set<Node> }).carets.size
    expect(await page.evaluate(count)).toBe(1)
  })

  it('all of it is on the disk of the server and in the colleague’s copy', async () => {
    await agree()
    await cast.saved('hanh').waitFor()
    await colleague.editor.client.allSaved()
    const { port } = new URL(server.origin)
    const { dataDir } = server
    const before = colleague.editor.client.text.toString()
    await server.kill()
    server = await startServer({ demo: true, dataDir, port: Number(port) })
    const thoa = await people.thoa.open(draft).synced()
    expect(thoa.text.toString()).toBe(before)
    thoa.leave()
    expect(parting(await shown())).toBe('nowhere')
    expect(parting(colleague.text)).toBe('nowhere')
    expect(cast.complaints).toEqual([])
  })
})
