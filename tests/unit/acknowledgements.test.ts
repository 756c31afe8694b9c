// "Saved" is never said of a frame whose content the disk lacks, and is said of all in the end.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Acknowledgements } from '../../server/rooms/acknowledgements'

type Frame = 'taken' | 'gap' | 'step2'

it('[S2][S11] what is said to be saved is durable, or stands in a durable step 2', () => {
  const frame = fc.constantFrom<Frame>('taken', 'taken', 'gap', 'step2')
  /** After each frame so many more of those that were taken become durable. */
  const step = fc.record({ frame, flushed: fc.nat(3) })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const frames: Frame[] = []
      const told = new Acknowledgements()
      /** Numbers of frames that were taken and wait for the disk, in order. */
      const waiting: number[] = []
      let durable = 0
      const check = () => {
        for (let n = 1; n <= told.saved; n++) {
          const stands = (at: number) => frames[at - 1] !== 'gap' && at <= durable
          const isCovered = frames.some((one, i) => one === 'step2' && i + 1 > n && stands(i + 1))
          expect(frames[n - 1] === 'gap' ? isCovered : stands(n) || isCovered).toBe(true)
        }
      }
      const flush = () => {
        durable = waiting.shift() as number
        told.durable(durable)
        check()
      }
      for (const { frame: kind, flushed } of steps) {
        const n = frames.push(kind)
        if (kind === 'gap') told.gap(n)
        else {
          if (kind === 'step2') told.covers(n)
          waiting.push(n)
        }
        check()
        for (let i = 0; i < flushed && waiting.length > 0; i++) flush()
      }
      while (waiting.length > 0) flush()
      const open = frames.indexOf('gap', frames.lastIndexOf('step2') + 1)
      expect(told.saved).toBe(open === -1 ? frames.length : open)
    }),
    { numRuns: 2000 },
  )
})
