// A draft that was frozen, reopened and revised: what the comparing screens are shown with.
import { paperSchema } from '../../shared/document/schema'
import { BoundEditor } from './bound-editor'
import { wishFor } from './marked-paper'
import { act, must, type People, remark, type SeenSession, sessionAt } from './session-maker'

const text = (words: string) => paperSchema.text(words)
const block = (name: string, content: unknown, attrs: object | null = null) =>
  paperSchema.node(name, attrs as never, content as never)
const paragraph = (words: string) => block('paragraph', text(words))
const row = (...cells: string[]) =>
  block(
    'tableRow',
    cells.map((words) => block('tableCell', paragraph(words))),
  )
const list = (...items: string[]) =>
  block(
    'orderedList',
    items.map((words) => block('listItem', paragraph(words))),
  )

const title = block('paragraph', text('DỰ THẢO CHUYÊN ĐỀ'), { part: 'title' })
const heading = (words: string) => block('heading', text(words), { level: 1 })
const teachers =
  'Nhà trường có ba mươi mốt giáo viên tham gia tập huấn về chuyển đổi số trong học kỳ một.'
const meeting = 'Chi bộ họp chuyên đề mỗi quý một lần theo kế hoạch đã thống nhất từ đầu năm.'
const example = 'Đảng viên nêu gương trong mọi công việc được giao.'
const closing = 'Kết luận: tiếp tục thực hiện như kế hoạch, sơ kết vào cuối học kỳ.'

const before = [
  title,
  heading('I. Tình hình'),
  paragraph(teachers),
  paragraph(meeting),
  heading('II. Nhiệm vụ'),
  paragraph(example),
  list('Rà soát hồ sơ trong tháng mười.', 'Phân công đồng chí phụ trách từng tổ.'),
  block('table', [row('Chỉ tiêu', 'Kết quả'), row('Tập huấn giáo viên', 'đạt 50 phần trăm')]),
  paragraph(closing),
]
const after = [
  title,
  heading('I. Tình hình'),
  paragraph(teachers.replace('ba mươi mốt', '31').replace('học kỳ một', 'năm học')),
  heading('II. Nhiệm vụ'),
  paragraph('Tổ chức ba buổi sinh hoạt chuyên đề có báo cáo viên của Trường Chính trị.'),
  paragraph(example),
  list('Rà soát hồ sơ trong tháng mười một.', 'Phân công đồng chí phụ trách từng tổ.'),
  block('table', [
    row('Chỉ tiêu', 'Kết quả'),
    row('Tập huấn giáo viên', 'đạt 80 phần trăm'),
    row('Phụ huynh dùng sổ liên lạc', 'đạt 95 phần trăm'),
  ]),
  paragraph(meeting),
  paragraph(closing),
]

/** Frozen as version 1, reopened, a comment of Thoa's answered by what Hạnh changed then. */
export async function changedDraft(people: People): Promise<SeenSession> {
  let session = await sessionAt(people, 'draft')
  const { draft } = session.documents
  const put = async (blocks: typeof before) => {
    const editor = new BoundEditor(await people.hanh.open(draft).synced())
    editor.dispatch(editor.tr.replaceWith(0, editor.doc.content.size, blocks))
    await editor.client.allSaved()
    editor.leave()
    return editor.client.doc
  }
  const doc = await put(before)
  const quoted = async (quote: string, body: string) => {
    const { before: _, after: __, ...wish } = wishFor(doc, quote)
    return must(people.thoa.post(`/api/documents/${draft}/threads`, { ...wish, ...remark, body }))
  }
  const { id } = await quoted('ba mươi mốt', 'Nên viết bằng số cho dễ đọc.')
  await quoted('nêu gương', 'Cần nói rõ nêu gương việc gì.')
  await act(people.phuong, session, 'pass')
  await act(people.tuan, session, 'freeze')
  session = await act(people.nga, session, 'reopen', 'Bổ sung số liệu')
  await must(
    people.hanh.post(`/api/threads/${id}/answer`, {
      verdict: 'accepted',
      reason: 'Đã viết bằng số.',
      wording: '31',
    }),
  )
  await put(after)
  return session
}
