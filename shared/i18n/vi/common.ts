// Từ dùng chung: tên chương trình, giai đoạn, chức vụ, vai trò, loại văn bản, nút bấm.
export const common = {
  app: 'Bàn thảo',
  tagline: 'Soạn thảo và góp ý chuyên đề của chi bộ',
  save: 'Lưu',
  cancel: 'Thôi',
  close: 'Đóng',
  copy: 'Sao chép',
  copied: 'Đã sao chép',
  retry: 'Thử lại',
  reload: 'Tải lại trang',
  unexpected: 'Có lỗi ngoài dự kiến. Việc chưa lưu của bạn vẫn còn; hãy thử lại.',
  offline: 'Không kết nối được máy chủ.',
  partNotCome:
    'Chưa tải được phần này của chương trình. Có mạng rồi hãy thử lại; nếu vẫn vậy, hãy tải lại trang.',
  notFoundTitle: 'Không có trang này',
  notFoundBody: 'Đường dẫn có thể đã sai hoặc nội dung không còn dành cho bạn.',
  backToPlan: 'Về kế hoạch năm',
  language: 'Ngôn ngữ',
  vietnamese: 'Tiếng Việt',
  english: 'English',
  signOut: 'Đăng xuất',
  skipToContent: 'Tới nội dung chính',
  nobody: 'Chưa phân công',
  missingComments: '{count} ý kiến góp ý: {list}.',
  missingOpinions: '{count} ý kiến trong biên bản: {list}.',
  missingItems: '{count} mục kết luận cho văn bản: {list}.',
  missingMore: 'và {count} ý kiến khác',
} as const

export const stage = {
  planned: 'Kế hoạch',
  outline: 'Đề cương',
  draft: 'Dự thảo',
  frozen: 'Chốt bản',
  inSession: 'Sinh hoạt',
  revising: 'Hoàn chỉnh',
  submitted: 'Trình duyệt',
  approved: 'Đã duyệt',
  archived: 'Lưu trữ',
} as const

export const post = {
  secretary: 'Bí thư',
  deputySecretary: 'Phó bí thư',
  committee: 'Chi ủy viên',
  member: 'Đảng viên',
  probationary: 'Đảng viên dự bị',
  technician: 'Kỹ thuật viên',
} as const

export const seat = {
  presenter: 'Người chuẩn bị',
  coAuthor: 'Người phối hợp',
  minutesTaker: 'Thư ký',
  chair: 'Chủ trì',
  guest: 'Đại biểu cấp trên',
} as const

export const paper = { outline: 'Đề cương', draft: 'Dự thảo', minutes: 'Biên bản' } as const

export const commentKind = {
  understanding: 'Nhận thức',
  remark: 'Góp ý',
  proposal: 'Đề xuất',
} as const

export const verdict = {
  accepted: 'Tiếp thu',
  partly: 'Tiếp thu một phần',
  declined: 'Không tiếp thu',
} as const

export const classification = {
  public: 'Công khai',
  internal: 'Nội bộ',
  restricted: 'Hạn chế',
  confidential: 'Mật',
  secret: 'Tối mật',
  topSecret: 'Tuyệt mật',
} as const

export const act = {
  assign: 'Giao viết đề cương',
  startDraft: 'Bắt đầu dự thảo',
  pass: 'Thông qua dự thảo',
  freeze: 'Chốt bản',
  reopen: 'Mở lại dự thảo',
  open: 'Mở buổi sinh hoạt',
  close: 'Kết thúc buổi sinh hoạt',
  submit: 'Trình duyệt',
  approve: 'Phê duyệt',
  return: 'Trả lại',
  archive: 'Lưu trữ',
} as const
