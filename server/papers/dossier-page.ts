// The pages of a dossier that any browser or Notepad opens: what is in it, and how to check it.
import { paperTimeZone } from '../../shared/paper-time'

export interface DossierIndex {
  readonly cell: string
  readonly topic: string
  readonly number: number
  readonly year: number
  readonly stage: string
  readonly meetingAt: string
  readonly madeAt: string
  readonly versions: readonly {
    readonly number: number
    readonly sha256: string
    readonly previousSha256: string | null
    readonly frozenAt: string
    readonly frozenBy: string
    readonly isFinal: boolean
    readonly folder: string
  }[]
  readonly history: readonly {
    readonly act: string
    readonly by: string
    readonly at: string
    readonly reason?: string | undefined
  }[]
}

export interface DossierFile {
  readonly name: string
  readonly sha256: string
  readonly size: number
}

const escaped = (words: string) =>
  words.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`)

const moment = (instant: string) =>
  new Intl.DateTimeFormat('en-GB', {
    timeZone: paperTimeZone,
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(new Date(instant))

const row = (cells: readonly string[], tag = 'td') =>
  `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`
const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  `<table><thead>${row(head.map(escaped), 'th')}</thead><tbody>${rows.map((cells) => row(cells)).join('\n')}</tbody></table>`

const link = (name: string) =>
  `<a href="${escaped(name.split('/').map(encodeURIComponent).join('/'))}">${escaped(name)}</a>`

const style =
  'body{max-width:60rem;margin:2rem auto;padding:0 1rem;font:16px/1.5 "Times New Roman",serif;color:#000}' +
  'h1{font-size:1.4rem}h2{font-size:1.1rem;margin-top:2rem}table{width:100%;border-collapse:collapse}' +
  'td,th{padding:.3rem .5rem;border:1px solid #999;text-align:left;vertical-align:top;overflow-wrap:anywhere}'

/** A page without scripts that asks nothing of any server. */
export function indexPage(index: DossierIndex, files: readonly DossierFile[]): string {
  const versions = index.versions.map(
    ({ number, sha256, previousSha256, frozenAt, frozenBy, isFinal, folder }) => [
      `${number}${isFinal ? ' (bản chính / final)' : ''}`,
      escaped(moment(frozenAt)),
      escaped(frozenBy),
      `<code>${sha256}</code>`,
      `<code>${previousSha256 ?? '–'}</code>`,
      escaped(folder),
    ],
  )
  return `<!doctype html>
<html lang="vi">
<meta charset="utf-8">
<title>${escaped(index.topic)}</title>
<style>${style}</style>
<h1>Hồ sơ sinh hoạt chuyên đề số ${index.number} năm ${index.year}<br>${escaped(index.topic)}</h1>
<p>${escaped(index.cell)} · ngày họp / meeting: ${escaped(moment(index.meetingAt))} · giai đoạn / stage: ${escaped(index.stage)} · lập lúc / made: ${escaped(moment(index.madeAt))}</p>
<h2>Bản chốt / Frozen versions</h2>
${table(['Số / No.', 'Lúc chốt / Frozen', 'Người chốt / By', 'SHA-256', 'Bản trước / Previous', 'Thư mục / Folder'], versions)}
<h2>Tập tin / Files</h2>
${table(
  ['Tập tin / File', 'Byte', 'SHA-256'],
  files.map(({ name, size, sha256 }) => [link(name), String(size), `<code>${sha256}</code>`]),
)}
<h2>Diễn biến / History</h2>
${table(
  ['Lúc / At', 'Việc / Act', 'Người / By', 'Lý do / Reason'],
  index.history.map(({ at, act, by, reason = '' }) => [moment(at), act, by, reason].map(escaped)),
)}
</html>
`
}

/** With the mark by which Notepad of old Windows knows UTF-8, and its line ends. */
export function readMe({ cell, topic, number, year }: DossierIndex): string {
  const lines = [
    `HỒ SƠ SINH HOẠT CHUYÊN ĐỀ SỐ ${number} NĂM ${year}`,
    topic,
    cell,
    '',
    'Mở muc-luc.html để xem danh mục. Không cần mạng, không cần chương trình Bàn thảo.',
    '- ban-chot: mỗi bản chốt một thư mục: nội dung gốc (.json), Word (.docx), PDF.',
    '- bien-ban: biên bản đã đọc lại, thống nhất: nội dung gốc, Word, PDF.',
    '- bang-tiep-thu: bảng tổng hợp, tiếp thu, giải trình ý kiến góp ý.',
    '- van-ban: kết luận, nghị quyết (nếu có), bảng tiếp thu, báo cáo cấp trên: Word, PDF.',
    '- dang-viet: văn bản chưa chốt khi lập hồ sơ (đề cương, dự thảo, biên bản), nếu có.',
    '- ho-so.json: các bản chốt, điểm danh, kết luận, diễn biến, cho máy đọc.',
    '- SHA256SUMS: mã SHA-256 của mọi tập tin.',
    '',
    'KIỂM TRA',
    '1. Windows: certutil -hashfile TÊN-TẬP-TIN SHA256, rồi so với dòng của tập tin đó trong SHA256SUMS.',
    '   Linux, macOS: sha256sum -c SHA256SUMS (macOS: shasum -a 256 -c SHA256SUMS).',
    '2. Tên của mỗi tập tin .json trong ban-chot chính là mã SHA-256 của nó: so với mã in trên giấy.',
    '3. Với chương trình Bàn thảo: npm run verify -- HO-SO.zip, hoặc kéo hồ sơ, hay từng tập tin, vào trang "Kiểm tra tập tin".',
    'Không có chữ ký số: mã SHA-256 chứng tỏ nội dung không đổi, không chứng tỏ ai viết.',
    '',
    '----------------------------------------------------------------',
    '',
    `DOSSIER OF THEMATIC SESSION ${number} OF ${year}`,
    '',
    'Open muc-luc.html for the index. No network and no program of ours is needed.',
    '- ban-chot: a folder for each frozen version: exact text (.json), Word (.docx), PDF.',
    '- bien-ban: the minutes as they were agreed: exact text, Word, PDF.',
    '- bang-tiep-thu: the table of comments and their answers.',
    '- van-ban: conclusion, resolution (if any), table of answers, report: Word, PDF.',
    '- dang-viet: papers not frozen when this was made (outline, draft, minutes), if any.',
    '- ho-so.json: versions, attendance, conclusion and history, for machines.',
    '- SHA256SUMS: the SHA-256 of every file.',
    '',
    'TO CHECK IT',
    '1. Windows: certutil -hashfile FILE SHA256, then compare with its line in SHA256SUMS.',
    '   Linux: sha256sum -c SHA256SUMS. macOS: shasum -a 256 -c SHA256SUMS.',
    '2. The name of each .json in ban-chot is its own SHA-256: compare it with the code on paper.',
    '3. With Bàn thảo: npm run verify -- DOSSIER.zip, or drop the dossier, or a file, on the page "Check a file".',
    'There is no digital signature: a SHA-256 shows that nothing changed, not who wrote it.',
    '',
  ]
  return `\ufeff${lines.join('\r\n')}`
}
