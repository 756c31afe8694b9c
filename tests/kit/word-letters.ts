// Word files in old encodings and with parted letters.
import { inOld } from './old-letters'
import { raw } from './word-sample'
import { font, p, r, style, t } from './word-xml'

const party = 'Đảng bộ lãnh đạo thực hiện nghị quyết về chuyển đổi số trong trường học'

export const tcvn3 = raw(
  'TCVN3 by its font, capitals too',
  {
    styles: style('Normal', 'Normal', `<w:rPr>${font('.VnTime')}</w:rPr>`).replace(
      '<w:style ',
      '<w:style w:default="1" ',
    ),
    body: [
      p(r(inOld('báo cáo chuyên đề', 'tcvn3'), font('.VnTimeH'))),
      p(inOld(`${party}.`, 'tcvn3')),
      p(
        `<w:r>${t('t')}</w:r><w:r><w:t>r</w:t><w:softHyphen/><w:t>êng</w:t></w:r>`.replace(
          'êng',
          inOld('ờng', 'tcvn3'),
        ),
      ),
    ].join(''),
  },
  ['BÁO CÁO CHUYÊN ĐỀ', `${party}.`, 'trường'],
)

export const vni = raw(
  'VNI by its font, a letter parted from its mark',
  {
    body: [
      p(r(inOld(`${party}.`, 'vni'), font('VNI-Times'))),
      p(`${r('Nghò quye', font('VNI-Times'))}${r('át', `${font('VNI-Times')}<w:b/>`)}`),
    ].join(''),
  },
  [`${party}.`, 'Nghị quyết'],
)

export const mixed = raw(
  'TCVN3 without its font beside Unicode and English',
  {
    body: [
      p(inOld(`${party}, nhiệm vụ và giải pháp`, 'tcvn3')),
      p(inOld('Chỉ tiêu của chi bộ', 'tcvn3')),
      p('Đoạn này là Unicode: hoà bình, thuỷ lợi.'),
      p('The café is open.'),
    ].join(''),
  },
  [
    `${party}, nhiệm vụ và giải pháp`,
    'Chỉ tiêu của chi bộ',
    'Đoạn này là Unicode: hoà bình, thuỷ lợi.',
    'The café is open.',
  ],
)

export const nfd = raw(
  'letters parted from their marks (macOS)',
  {
    body:
      p('Nghị quyết đại hội'.normalize('NFD')) +
      p(`${r('Ti')}${r('e')}${r('\u0302\u0301', '<w:b/>')}${r('n bộ')}`),
  },
  ['Nghị quyết đại hội', 'Tiến bộ'],
)
