// How long a Word file of a hundred pages takes to stand in a live paper, and how long others wait meanwhile.
import { act, newSession, signInAll } from '../kit/session-maker'
import { startServer } from '../kit/start-server'
import { cell, item, numbering, p, r, row, style, table, wordFile } from '../kit/word-xml'
import { median, quantile, type Row, round } from './figures'

const pages = 100
const sentence =
  'Chi bộ lãnh đạo thực hiện nghị quyết về chuyển đổi số, phân công rõ người, rõ việc, rõ thời hạn. '

/** About 2,500 characters a page, as a report has them. */
function longFile(): Uint8Array {
  const page = (number: number) =>
    [
      p(`${number}. Nội dung trang ${number}`, '<w:pStyle w:val="Heading2"/>'),
      ...Array.from({ length: 5 }, (_, at) =>
        p(`${r(`Đoạn ${at + 1}. `, '<w:b/>')}${r(sentence.repeat(4))}${r('Hết đoạn.', '<w:i/>')}`),
      ),
      item(sentence, 1),
      item(sentence, 1),
      number % 5 === 0
        ? table(Array.from({ length: 5 }, () => row([cell('Việc'), cell('Người'), cell('Hạn')])))
        : '',
    ].join('')
  return wordFile({
    styles: style('Heading2', 'heading 2'),
    numbering: numbering({ 1: [['bullet', '-']] }),
    body: Array.from({ length: pages }, (_, at) => page(at + 1)).join(''),
  })
}

export async function importRows(): Promise<Row[]> {
  const server = await startServer({ demo: true })
  try {
    const people = await signInAll(server.origin)
    const file = longFile()
    const send = async (documentId: string, query: string) => {
      const form = new FormData()
      form.append('file', new Blob([Uint8Array.from(file)]), 'x.docx')
      const begun = performance.now()
      const answer = await fetch(`${server.origin}/api/documents/${documentId}/import${query}`, {
        method: 'POST',
        headers: { cookie: people.hanh.cookie },
        body: form,
      })
      if (answer.status !== 200) throw new Error(`import: ${answer.status}`)
      await answer.arrayBuffer()
      return performance.now() - begun
    }
    const looked: number[] = []
    const written: number[] = []
    const waits: number[] = []
    // The first import also starts the thread and loads its program.
    for (let round = 0; round < 4; round++) {
      const session = await act(people.nga, await newSession(people), 'assign')
      const paper = session.documents.outline
      const look = await send(paper, '?dry=1')
      let isOver = false
      const asking = (async () => {
        while (!isOver) {
          const begun = performance.now()
          await (await fetch(`${server.origin}/healthz`)).arrayBuffer()
          if (round > 0) waits.push(performance.now() - begun)
        }
      })()
      const write = await send(paper, '')
      isOver = true
      await asking
      if (round === 0) continue
      looked.push(look)
      written.push(write)
    }
    return [
      {
        what: `import of ${pages} pages: read and shown`,
        figure: `${round(median(looked), 0)} ms`,
      },
      {
        what: `import of ${pages} pages: in the paper and on disk`,
        figure: `${round(median(written), 0)} ms`,
      },
      {
        what: `what others wait for meanwhile`,
        figure: `p50 ${round(median(waits))} ms, p99 ${round(quantile(waits, 0.99))} ms, most ${round(Math.max(...waits), 0)} ms`,
      },
    ]
  } finally {
    await server.stop()
    server.forget()
  }
}
