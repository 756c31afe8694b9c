// Much of what would be harmless once, and peers that do not read.
import { setTimeout as pause } from 'node:timers/promises'
import * as encoding from 'lib0/encoding'
import { type Attack, client, flood, many, open, ownText, structs, update } from './attack'
import { awarenessFrame, paragraphUpdate, step1Frame } from './frames'
import { RawLine, wsFrame } from './raw-line'
import { element, letters, rawUpdate, sent } from './raw-update'

const awareness = (write: (encoder: encoding.Encoder) => void) => {
  const inner = encoding.createEncoder()
  write(inner)
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, 1)
  encoding.writeVarUint8Array(encoder, encoding.toUint8Array(inner))
  return encoding.toUint8Array(encoder)
}
/** 110,000 entries of nobody in 1 MiB; nine of them are a million. */
const nullStates = () =>
  awareness((encoder) => {
    encoding.writeVarUint(encoder, 110_000)
    for (let i = 0; i < 110_000; i++) {
      encoding.writeVarUint(encoder, 20_000 + i)
      encoding.writeVarUint(encoder, 1)
      encoding.writeVarString(encoder, 'null')
    }
  })

export const floods: readonly Attack[] = [
  {
    name: '1M empty fragments',
    threat: 11,
    ends: [1008],
    run: async (line) => {
      line.write(wsFrame(new Uint8Array(1), { fin: false }))
      const empty = wsFrame(new Uint8Array(0), { opcode: 0, fin: false })
      const thousand = Buffer.concat(many(1000, () => empty))
      for (let i = 0; i < 1000 && line.closeCode === null; i++)
        if (!(await line.push(thousand))) break
      await line.refused
    },
  },
  {
    name: 'step 1 × 500, never reading',
    threat: 8,
    ends: [4508, open],
    run: async (line) => {
      line.socket.pause()
      line.write(Buffer.concat(many(500, () => wsFrame(step1Frame()))))
      await pause(500)
      line.socket.resume()
      await line.refused
    },
  },
  {
    name: 'gaps × 2,000',
    threat: 19,
    ends: [4400],
    run: async (line) => {
      const own = client()
      for (let i = 1; i <= 2000; i++) {
        line.write(update(sent(own, 2 * i, letters({ origin: [own, 2 * i - 1] }, 'x'))))
      }
      await line.refused
    },
  },
  {
    name: 'frames, 10,000 a second',
    threat: 7,
    ends: [4508, open],
    run: (line, { floodMs }) => {
      const frames = Buffer.concat(many(1000, () => wsFrame(Uint8Array.of(3))))
      return flood(line, floodMs, () => frames)
    },
  },
  {
    name: 'awareness, 4 kB each',
    threat: 28,
    ends: [4508, open],
    run: (line, { floodMs }) => {
      const state = { pad: 'x'.repeat(4000) }
      return flood(line, floodMs, (i) => wsFrame(awarenessFrame(4242, i + 1, state)))
    },
  },
  {
    name: 'awareness, 1M null states',
    threat: 28,
    ends: [4508, open],
    run: async (line) => {
      const frame = wsFrame(nullStates())
      for (let i = 0; i < 9 && (await line.push(frame)); i++);
      await pause(500)
    },
  },
  {
    name: 'pings, never reading',
    threat: 7,
    ends: [open],
    run: (line, { floodMs }) => {
      line.socket.pause()
      const pings = Buffer.concat(many(500, () => wsFrame(new Uint8Array(125), { opcode: 9 })))
      return flood(line, floodMs, () => pings)
    },
  },
  {
    name: 'half a frame, trickling',
    threat: 12,
    ends: [1008, open],
    run: (line, { floodMs }) => {
      line.write(wsFrame(new Uint8Array(0), { announced: 1_048_576 }))
      return flood(line, floodMs, () => Uint8Array.of(1))
    },
  },
  {
    name: 'a text after its 100,000 letters',
    threat: 20,
    ends: [open],
    writes: true,
    stallsYjs: true,
    run: async (line) => {
      const own = client()
      const saved = new Promise<void>((resolve) => {
        line.heard = (_, payload) => payload[0] === 100 && payload[1] === 5 && resolve()
      })
      line.write(ownText(own, 1))
      const half = (from: number) =>
        many(50_000, (i) =>
          letters(from + i ? { right: [own + 1, from + i - 1] } : { parent: [own, 1] }, 'y'),
        )
      for (const from of [0, 50_000]) line.write(update(structs(own + 1, from, half(from))))
      line.write(update(rawUpdate([], [[own + 1, 0, 100_000]])))
      line.write(update(rawUpdate([], [[own, 0, 1]])))
      await Promise.race([saved, line.ended])
    },
  },
  {
    name: 'known updates of 50,000 letters, again and again',
    threat: 7,
    ends: [open],
    writes: true,
    run: async (line, { floodMs }) => {
      const own = client()
      const half = (from: number) =>
        update(
          structs(
            own,
            from,
            many(50_000, (i) =>
              letters(from + i ? { right: [own, from + i - 1] } : { parent: [own + 1, 1] }, 'y'),
            ),
          ),
        )
      line.write(ownText(own + 1, 1))
      const frames = [half(0), half(50_000)]
      await flood(line, floodMs, (i) => frames[i % 2] as Buffer)
    },
  },
  {
    name: 'updates of 24,000 paragraphs',
    threat: 22,
    ends: [4400, open],
    writes: true,
    run: (line, { floodMs }) => {
      const own = client()
      return flood(line, floodMs, (n) =>
        update(
          structs(
            own,
            n * 24_000,
            many(24_000, (i) => {
              const at = n * 24_000 + i
              return element(at ? { origin: [own, at - 1] } : {}, 'paragraph')
            }),
          ),
        ),
      )
    },
  },
  {
    name: 'letters at the full rate',
    threat: 7,
    ends: [4400, open],
    writes: true,
    run: (line, { floodMs }) =>
      flood(line, floodMs, () => update(paragraphUpdate('ủ'.repeat(300_000)))),
  },
  {
    name: 'never reading while a colleague writes',
    threat: 9,
    ends: [4508, open],
    writes: true,
    run: async (line, { colleague, documentId }) => {
      line.socket.pause()
      const writer = await RawLine.open(colleague, `/sync/${documentId}`)
      const own = client()
      writer.write(ownText(own, 1))
      // Written and deleted in one: the log grows, the paper hardly.
      for (let i = 0; i < 24; i++) {
        const words = rawUpdate(
          [
            {
              client: own,
              clock: 3 + i * 900_000,
              structs: [letters({ origin: [own, 2] }, 'x'.repeat(900_000))],
            },
          ],
          [[own, 3 + i * 900_000, 900_000]],
        )
        await writer.push(update(words))
      }
      const saved = new Promise<void>((resolve) => {
        writer.heard = (_, payload) => payload[0] === 100 && payload[1] === 25 && resolve()
      })
      await Promise.race([saved, writer.ended])
      writer.destroy()
      line.socket.resume()
      await Promise.race([line.refused, pause(5000)])
    },
  },
]
