// The section headings a paper begins with, as the Party's form names them; data, no logic.
import type { Paper } from '../rights'
import type { PaperNode } from './outline'

/** What fills the blanks of a template. */
export interface TemplateFacts {
  readonly topic: string
  readonly quarter: number
  readonly year: number
}

/** One block: a heading of level 1 to 3, a line of the title, a paragraph, a table's header row. */
type Block =
  | readonly ['title' | 1 | 2 | 3 | 'text', string]
  | readonly ['signature', string]
  | readonly ['table', readonly string[]]

const outline: readonly Block[] = [
  ['title', 'ĐỀ CƯƠNG'],
  ['title', 'chuyên đề “{ten}”'],
  [1, 'I- Mục đích, yêu cầu'],
  ['text', ''],
  [1, 'II- Căn cứ'],
  ['text', ''],
  [1, 'III- Nội dung chính'],
  [2, '1. Thực trạng'],
  ['text', ''],
  [2, '2. Hạn chế, nguyên nhân'],
  ['text', ''],
  [2, '3. Mục tiêu, chỉ tiêu'],
  ['text', ''],
  [2, '4. Nhiệm vụ, giải pháp'],
  ['text', ''],
  [2, '5. Tổ chức thực hiện'],
  ['text', ''],
  [1, 'IV- Câu hỏi gợi ý thảo luận'],
  ['text', ''],
  [1, 'V- Tiến độ'],
  ['text', ''],
]

const draft: readonly Block[] = [
  ['title', 'BÁO CÁO'],
  ['title', 'chuyên đề “{ten}”'],
  [1, 'I- SỰ CẦN THIẾT, CĂN CỨ'],
  ['text', ''],
  [1, 'II- THỰC TRẠNG'],
  [2, '1. Kết quả'],
  ['text', ''],
  [2, '2. Hạn chế'],
  ['text', ''],
  [2, '3. Nguyên nhân'],
  ['text', ''],
  [1, 'III- MỤC TIÊU, CHỈ TIÊU'],
  ['text', ''],
  [1, 'IV- NHIỆM VỤ, GIẢI PHÁP'],
  ['text', ''],
  [1, 'V- TỔ CHỨC THỰC HIỆN'],
  ['table', ['Việc', 'Chủ trì', 'Phối hợp', 'Thời hạn']],
  [1, 'VI- NỘI DUNG ĐỀ NGHỊ CHI BỘ THẢO LUẬN'],
  ['text', ''],
  ['signature', 'NGƯỜI CHUẨN BỊ CHUYÊN ĐỀ'],
]

const minutes: readonly Block[] = [
  ['title', 'BIÊN BẢN'],
  ['title', 'sinh hoạt chuyên đề quý {quy} năm {nam}'],
  ['text', 'Thời gian bắt đầu: … giờ …, ngày …; địa điểm: …; loại hình: …'],
  [
    'text',
    'Thành phần: tổng số đảng viên … (chính thức …, dự bị …); được miễn …; có mặt …; vắng có lý do …; vắng không lý do …; đại biểu: …',
  ],
  ['text', 'Chủ trì: …; thư ký: …; người trình bày: …'],
  [1, 'I- NỘI DUNG CHƯƠNG TRÌNH'],
  ['text', ''],
  [1, 'II- DIỄN BIẾN'],
  [2, '1. Mở đầu'],
  ['text', ''],
  [2, '2. Trình bày chuyên đề'],
  ['text', ''],
  [2, '3. Ý kiến thảo luận'],
  ['text', ''],
  [2, '4. Ý kiến đại biểu cấp trên'],
  ['text', ''],
  [2, '5. Tiếp thu, giải trình'],
  ['text', ''],
  [1, 'III- KẾT LUẬN CỦA CHỦ TRÌ'],
  ['table', ['Việc', 'Người', 'Thời hạn', 'Kiểm tra']],
  [1, 'IV- BIỂU QUYẾT'],
  ['text', 'Nội dung: …; có quyền biểu quyết: …; tán thành: …; không tán thành: …; ý kiến khác: …'],
  [1, 'V- TỰ ĐÁNH GIÁ CHẤT LƯỢNG'],
  ['text', ''],
  ['text', 'Kết thúc lúc … giờ …; biên bản đã đọc lại, thống nhất.'],
  ['signature', 'NGƯỜI GHI BIÊN BẢN'],
  ['signature', 'CHỦ TRÌ HỘI NGHỊ'],
]

const templates: Record<Paper, readonly Block[]> = { outline, draft, minutes }

const run = (text: string): Pick<PaperNode, 'content'> =>
  text === '' ? {} : { content: [{ type: 'text', text }] }
const cell = (type: string, text: string): PaperNode => ({
  type,
  content: [{ type: 'paragraph', ...run(text) }],
})

function node([kind, words]: Block, fill: (text: string) => string): PaperNode {
  if (kind === 'table') {
    const rows = [
      words.map((word) => cell('tableHeader', word)),
      ...[1, 2].map(() => words.map(() => cell('tableCell', ''))),
    ]
    return {
      type: 'table',
      content: rows.map((content) => ({ type: 'tableRow', content })),
    }
  }
  if (kind === 'text') return { type: 'paragraph', ...run(fill(words)) }
  if (kind === 'title' || kind === 'signature') {
    return { type: 'paragraph', attrs: { part: kind }, ...run(fill(words)) }
  }
  return { type: 'heading', attrs: { level: kind }, ...run(fill(words)) }
}

/** The blocks an empty paper may begin with. */
export function templateOf(paper: Paper, { topic, quarter, year }: TemplateFacts): PaperNode[] {
  const facts: Record<string, string> = {
    ten: topic.normalize('NFC'),
    quy: ['I', 'II', 'III', 'IV'][quarter - 1] ?? String(quarter),
    nam: String(year),
  }
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (hole, name) => facts[name] ?? hole)
  return templates[paper].map((block) => node(block, fill))
}
