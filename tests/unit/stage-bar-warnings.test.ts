// What the dialog of a move says in the reader's language before it is made, and when it is refused.
import { expect, it } from 'vitest'
import { missingWords } from '../../client/pieces/missing-words'
import { moveWarnings } from '../../client/pieces/stage-bar/move-warnings'
import { en } from '../../shared/i18n/en'
import { text, vietnamese } from '../../shared/i18n/text'

const english = text(en)

it('[M8] what is missing is said in the language of whoever reads it', () => {
  const named = [{ name: 'Võ Thị Kim Thoa', words: 'Nên ghi rõ.' }]
  const missing = [
    { kind: 'comments', count: 3, named },
    { kind: 'items', count: 1, named: [{ name: null, words: 'Bổ sung' }] },
  ] as const
  expect(missingWords(missing, text(vietnamese))).toBe(
    '3 ý kiến góp ý: Võ Thị Kim Thoa: “Nên ghi rõ.”; và 2 ý kiến khác. 1 mục kết luận cho văn bản: “Bổ sung”.',
  )
  expect(missingWords(missing, english)).toBe(
    '3 comments: Võ Thị Kim Thoa: “Nên ghi rõ.”; and 2 more. 1 conclusion item for the text: “Bổ sung”.',
  )
})

it('[M10] archiving says that minutes without both signatures stay so', () => {
  const agreed = { versionId: 'm', number: 1, sha256: 'a', agreedAt: '2026-12-18T09:00:00.000Z' }
  const chair = { username: 'nga', seat: 'chair', at: '2026-12-18T09:01:00.000Z' } as const
  const minutesTaker = { ...chair, username: 'tuan', seat: 'minutesTaker' } as const
  const said = (minutesSigned: Parameters<typeof moveWarnings>[1]['minutesSigned']) =>
    moveWarnings(
      'archive',
      {
        minutesSigned,
        seats: { presenter: null, coAuthors: [], minutesTaker: 'tuan', chair: 'nga', guests: [] },
        passed: null,
        attendance: [],
        conclusion: [],
        openThreadCount: 0,
        openOpinionCount: 0,
      },
      true,
      { t: english, dateTime: (at) => at, nameOf: (username) => username },
    )
  expect(said(null).join()).toContain('not been read back and agreed')
  expect(said({ ...agreed, by: [chair] }).join()).toContain('minutes-taker')
  expect(said({ ...agreed, by: [chair, minutesTaker] })).toEqual([])
})
