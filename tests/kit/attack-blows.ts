// Single messages, each of which would hurt if it were believed.
import { type Attack, client, many, ownText, strike, structs, update } from './attack'
import { wsFrame } from './raw-line'
import { collected, element, hex, letters, rawUpdate, sent, typed } from './raw-update'

export const blows: readonly Attack[] = [
  {
    name: 'V2 update',
    threat: 14,
    ends: [4400],
    run: strike(() => update(hex('00 00 0a 01 ff ff ff 0f 00 00 00 01 00 00 00 00'))),
  },
  {
    name: 'count of 7 bytes',
    threat: 13,
    ends: [4400],
    run: strike(() => update(hex('01 ff ff ff 0f 4d 00'))),
  },
  {
    name: 'clock overflow',
    threat: 15,
    ends: [4400],
    run: strike(() => update(sent(77, 0, ...many(10, () => collected(2 ** 53 - 1))))),
  },
  {
    name: 'deep nesting',
    threat: 21,
    ends: [4400],
    run: strike(() => {
      const own = client()
      const lists = many(2000, (i) => element(i ? { parent: [own, i - 1] } : {}, 'bulletList'))
      return update(structs(own, 0, lists))
    }),
  },
  {
    name: '60,000 roots',
    threat: 22,
    ends: [4400],
    run: strike(() =>
      update(
        structs(
          client(),
          0,
          many(60_000, (i) => typed({ parent: `r${i}` }, 1)),
        ),
      ),
    ),
  },
  {
    name: '60,000 elements',
    threat: 22,
    ends: [4400],
    run: strike(() => {
      const own = client()
      return update(
        structs(
          own,
          0,
          many(50_000, (i) => element(i ? { origin: [own, i - 1] } : {}, 'paragraph')),
        ),
      )
    }),
  },
  {
    name: '40,000 cutting deletions',
    threat: 20,
    ends: [4400],
    writes: true,
    run: async (line) => {
      const own = client()
      line.write(ownText(own, 90_000))
      line.write(
        update(
          rawUpdate(
            [],
            many(40_000, (i) => [own, 2 + 2 * i, 1] as const),
          ),
        ),
      )
      await line.refused
    },
  },
  {
    name: '30,000 deletions one over the other',
    threat: 20,
    ends: [4400],
    writes: true,
    run: async (line) => {
      const own = client()
      line.write(ownText(own, 1))
      const before = (i: number) =>
        letters(i ? { right: [own + 1, i - 1] } : { parent: [own, 1] }, 'y')
      line.write(update(structs(own + 1, 0, many(30_000, before))))
      line.write(update(rawUpdate([], [[own + 1, 0, 30_000]])))
      const again = many(30_000, () => [own + 1, 0, 30_000] as const)
      line.write(update(rawUpdate([], again)))
      await line.refused
    },
  },
  {
    name: 'thousands of letters in one place',
    threat: 7,
    ends: [4400],
    writes: true,
    run: async (line) => {
      const own = client()
      line.write(ownText(own, 20_000))
      const between = many(8000, (i) => letters({ origin: [own, 2], right: [own, 4 + 2 * i] }, 'y'))
      line.write(update(structs(own + 1, 0, between)))
      await line.refused
    },
  },
  {
    name: 'deflate bomb',
    threat: 10,
    ends: [1002],
    run: strike(() => wsFrame(new Uint8Array(101_000), { rsv1: true })),
  },
  {
    name: 'text frame',
    threat: 5,
    ends: [4400],
    run: strike(() => wsFrame(Buffer.from('{}'.repeat(50_000)), { opcode: 1 })),
  },
]
