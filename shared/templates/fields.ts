// The fields of a template: what the program fills in by itself, by the names people read.

/** Identifier → its name in both languages; a template holds `{{name}}`. */
export const fields = {
  cell: { vi: 'Tên chi bộ', en: 'Cell' },
  parent: { vi: 'Đảng bộ cấp trên', en: 'Parent organisation' },
  place: { vi: 'Địa danh', en: 'Place' },
  topic: { vi: 'Tên chuyên đề', en: 'Topic' },
  number: { vi: 'Số chuyên đề', en: 'Session number' },
  month: { vi: 'Tháng', en: 'Month' },
  quarter: { vi: 'Quý', en: 'Quarter' },
  year: { vi: 'Năm', en: 'Year' },
  meetingTime: { vi: 'Giờ họp', en: 'Meeting time' },
  meetingDay: { vi: 'Ngày họp', en: 'Meeting day' },
  meetingPlace: { vi: 'Địa điểm họp', en: 'Meeting place' },
  form: { vi: 'Loại hình', en: 'Form' },
  readAt: { vi: 'Nơi đọc tài liệu', en: 'Where to read' },
  presenter: { vi: 'Người chuẩn bị', en: 'Presenter' },
  coAuthors: { vi: 'Người phối hợp', en: 'Co-authors' },
  chair: { vi: 'Chủ trì', en: 'Chair' },
  minutesTaker: { vi: 'Thư ký', en: 'Minutes taker' },
  guests: { vi: 'Đại biểu', en: 'Guests' },
  secretary: { vi: 'Bí thư', en: 'Secretary' },
  deputySecretary: { vi: 'Phó bí thư', en: 'Deputy secretary' },
  committee: { vi: 'Chi ủy', en: 'Committee' },
  writer: { vi: 'Người viết', en: 'Writer' },
  members: { vi: 'Tổng số đảng viên', en: 'Number of members' },
  voting: { vi: 'Số chính thức', en: 'Full members' },
  probationary: { vi: 'Số dự bị', en: 'Probationary members' },
  present: { vi: 'Số có mặt', en: 'Present' },
  excused: { vi: 'Số vắng có lý do', en: 'Excused' },
  excusedNames: { vi: 'Người vắng có lý do', en: 'Names excused' },
  absent: { vi: 'Số vắng không lý do', en: 'Absent' },
  absentNames: { vi: 'Người vắng không lý do', en: 'Names absent' },
  outlineDue: { vi: 'Hạn đề cương', en: 'Outline due' },
  outlineCloses: { vi: 'Hạn góp ý đề cương', en: 'Outline comments close' },
  draftDue: { vi: 'Hạn dự thảo', en: 'Draft due' },
  draftCloses: { vi: 'Hạn góp ý dự thảo', en: 'Draft comments close' },
  passBy: { vi: 'Hạn thông qua', en: 'Pass by' },
  finalBy: { vi: 'Hạn hoàn chỉnh', en: 'Final text by' },
  version: { vi: 'Bản chốt', en: 'Frozen version' },
} as const satisfies Record<string, { readonly vi: string; readonly en: string }>

export type Field = keyof typeof fields
export const fieldNames = Object.keys(fields) as Field[]

/** What fills the fields; a field without words stays a dotted line. */
export type Facts = Partial<Readonly<Record<Field, string>>>

const known = (name: string) =>
  name.normalize('NFC').replace(/\s+/g, ' ').trim().toLocaleLowerCase('vi')

const byName = new Map(
  fieldNames.flatMap((field) => [
    [known(fields[field].vi), field],
    [known(fields[field].en), field],
  ]),
)

/** The field of this name in either language; `null` where there is none. */
export const fieldNamed = (name: string): Field | null => byName.get(known(name)) ?? null

/** A field as it stands in a template. */
export const tokenOf = (field: Field, language: 'vi' | 'en' = 'vi'): string =>
  `{{${fields[field][language]}}}`

/** Where fields stand in a text, right or wrong; braces without their match are wrong. */
export const tokenPattern = /\{\{([^{}\n]*)\}\}|\{\{|\}\}/g
