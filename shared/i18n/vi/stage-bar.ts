// Thanh giai đoạn: đang ở đâu, đến bao giờ, đến lượt ai, và các bước chuyển.
export const stageBar = {
  label: 'Giai đoạn của chuyên đề',
  stepDone: 'đã xong',
  stepCurrent: 'đang ở giai đoạn này',
  stepComing: 'chưa tới',
  position: 'Giai đoạn {number}/9',
  allStages: 'Các giai đoạn',
  yourTurn: 'Đến lượt bạn',
  moreMoves: 'Việc khác',
  history: 'Diễn biến',
  planned: 'Lập kế hoạch',
  historyEmpty: 'Chưa có diễn biến nào.',
  historyVersion: 'bản chốt {number}',
  leftDays: 'còn {days} ngày {hours} giờ',
  leftHours: 'còn {hours} giờ {minutes} phút',
  leftMinutes: 'còn {minutes} phút',
  leftDaysOnly: 'còn {days} ngày',
  leftToday: 'hôm nay',
  past: 'đã qua hạn',
  counts: '{count} ý kiến, {answered} đã giải trình',
  noComments: 'Chưa có ý kiến',
  attendance: 'Điểm danh',
  attendanceSummary: 'Có mặt {present} · vắng có lý do {excused} · vắng không lý do {absent}',
  attendanceUnset: 'Còn {count} đồng chí chưa điểm danh',
  conclusion: 'Kết luận của chủ trì',
  conclusionIntro:
    'Mỗi mục là một yêu cầu sửa văn bản hoặc một việc phải làm. Cần ít nhất một mục để kết thúc buổi sinh hoạt.',
  conclusionEmpty: 'Chưa có mục nào.',
  addText: 'Thêm yêu cầu sửa văn bản',
  addTask: 'Thêm việc phải làm',
  itemNumber: 'Mục {number}',
  itemBody: 'Nội dung',
  itemAnswer: 'Văn bản đã tiếp thu thế nào',
  itemResponsible: 'Người chịu trách nhiệm',
  itemDueOn: 'Thời hạn',
  itemRemove: 'Bỏ mục {number}',
  itemContested:
    'Người khác vừa lưu mục này với nội dung khác. Bấm Lưu để giữ nội dung của bạn, hoặc:',
  itemTakeOthers: 'Lấy nội dung vừa lưu',
  itemUnanswered: 'Chưa ghi văn bản đã tiếp thu thế nào',
  choosePerson: 'Chọn người',
  dayWrong: 'Thời hạn cần là một ngày, ví dụ 31/12/2026.',
  bodyNeeded: 'Mục nào cũng cần có nội dung.',
  reason: 'Lý do',
  reasonHint: 'Lý do được lưu lại và mọi người trong chi bộ đều đọc được.',
  reasonNeeded: 'Cần ghi lý do.',
  missing: 'Ý kiến chưa giải trình',
  openComments: 'Còn {count} ý kiến chưa giải trình.',
  notPassedWarning:
    'Chi ủy chưa thông qua dự thảo nên chưa chốt được. Chi ủy thông qua trước, rồi hãy chốt.',
  passedBy: 'Chi ủy đã thông qua lúc {at} ({name}).',
  needAttendance: 'Chưa có danh sách điểm danh. Hãy điểm danh trước.',
  needConclusion: 'Chủ trì chưa ghi kết luận. Hãy ghi ít nhất một mục.',
  needTasks: 'Có việc chưa đủ người chịu trách nhiệm và thời hạn. Hãy phân công trước.',
  needAnswers: 'Có mục kết luận chưa ghi văn bản đã tiếp thu thế nào.',
  needPresenter: 'Chưa chọn người chuẩn bị.',
  moved: 'Đã xong: {act}.',
  saved: 'Đã lưu.',
} as const

/** Chưa đến lượt người đọc: đang chờ ai. */
export const turn = {
  namePresenter: 'Chờ chọn người chuẩn bị',
  assign: 'Chờ giao viết đề cương',
  writeOutline: 'Người chuẩn bị đang viết đề cương',
  writeDraft: 'Người chuẩn bị đang viết dự thảo',
  commentDraft: 'Chi bộ đang góp ý dự thảo',
  answerDraft: 'Chờ người chuẩn bị giải trình ý kiến',
  pass: 'Chờ chi ủy thông qua',
  freeze: 'Chờ bí thư chốt bản',
  open: 'Chờ chủ trì mở buổi sinh hoạt',
  conclude: 'Đang sinh hoạt · chờ kết luận của chủ trì',
  close: 'Chờ chủ trì kết thúc buổi sinh hoạt',
  answerAll: 'Chờ người chuẩn bị tiếp thu, giải trình',
  submit: 'Chờ người chuẩn bị trình duyệt',
  approve: 'Chờ chi ủy duyệt bản hoàn chỉnh',
  assignTasks: 'Chờ phân công các việc trong kết luận',
  archive: 'Chờ bí thư đưa vào lưu trữ',
  done: 'Đã lưu trữ đầy đủ',
} as const

/** Đến lượt người đọc: phải làm gì. */
export const yourTurn = {
  namePresenter: 'chọn người chuẩn bị',
  assign: 'giao viết đề cương',
  writeOutline: 'viết đề cương',
  writeDraft: 'viết dự thảo',
  commentDraft: 'góp ý dự thảo',
  answerDraft: 'giải trình các ý kiến',
  pass: 'thông qua dự thảo',
  freeze: 'chốt bản',
  open: 'mở buổi sinh hoạt',
  conclude: 'ghi kết luận',
  close: 'kết thúc buổi sinh hoạt',
  answerAll: 'tiếp thu, giải trình',
  submit: 'trình duyệt',
  approve: 'duyệt bản hoàn chỉnh',
  assignTasks: 'phân công các việc',
  archive: 'đưa vào lưu trữ',
  done: 'không còn việc nào',
} as const

export const deadline = {
  outlineDue: 'Nộp đề cương trước {at}',
  commentsOpen: 'Góp ý từ {at}',
  commentsClose: 'Góp ý đến {at}',
  draftDue: 'Nộp dự thảo trước {at}',
  passBy: 'Chi ủy thông qua trước {at}',
  papersOut: 'Gửi tài liệu trước {at}',
  meeting: 'Sinh hoạt lúc {at}',
  finalText: 'Hoàn chỉnh trước {at}',
} as const

/** Nói trước điều sẽ xảy ra khi đồng ý. */
export const moveEffect = {
  assign:
    'Người chuẩn bị và người phối hợp bắt đầu viết đề cương. Cả chi bộ góp ý được trong thời gian đã định.',
  startDraft:
    'Đề cương được chép sang dự thảo một lần duy nhất, sau đó hai văn bản tách rời nhau. Đề cương không sửa được nữa.',
  pass: 'Ghi nhận chi ủy thông qua đúng nguyên văn dự thảo lúc này. Sửa thêm vẫn được; khi chốt sẽ thấy phần đã đổi.',
  freeze:
    'Dự thảo được chốt thành bản chốt {number} và dừng sửa với tất cả mọi người, kể cả người đang gõ. Bản chốt không bao giờ thay đổi.',
  reopen:
    'Dự thảo được sửa tiếp. Bản chốt trước vẫn được lưu mãi; việc chi ủy thông qua không còn hiệu lực và phải thông qua lại.',
  open: 'Buổi sinh hoạt bắt đầu. Bản chốt {latest} là văn bản được chiếu và thảo luận.',
  close: 'Buổi sinh hoạt kết thúc. Người chuẩn bị tiếp thu, giải trình và hoàn chỉnh văn bản.',
  submit:
    'Văn bản hoàn chỉnh được chốt thành bản chốt {number} và trình chi ủy. Trong lúc chờ duyệt không sửa được.',
  approve: 'Bản chốt {latest} trở thành bản chính thức của chuyên đề.',
  return: 'Văn bản quay về người chuẩn bị để sửa tiếp, kèm lý do của chi ủy.',
  archive: 'Hồ sơ chuyên đề được đóng lại để lưu trữ; mọi người vẫn đọc được.',
} as const
