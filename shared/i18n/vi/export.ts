// Bản chốt tải về, và trang kiểm tra một tập tin.
export const exporting = {
  version: 'Bản chốt {number}',
  draftNumber: 'Dự thảo lần {number}',
  picture: 'Ảnh',
  noPicture: 'Thiếu ảnh',
  downloadWord: 'Tải Word',
  downloadPdf: 'Tải PDF',
  made: 'Đã tải {name}.',
  verify: 'Kiểm tra tập tin',
  title: 'Kiểm tra tập tin bản chốt',
  intro:
    'Chọn tập tin bản chốt đã tải từ đây (Word, PDF hoặc nội dung gốc .json): trang này cho biết đó là bản chốt nào và có bị sửa chữ nào không. Tập tin không rời khỏi máy này.',
  choose: 'Chọn tập tin',
  reading: 'Đang kiểm tra…',
  exact: 'Đúng nguyên bản',
  exactHint: 'Tập tin giống hệt bản chốt này, không khác một ký tự.',
  words: 'Đúng từng chữ, nhưng tập tin đã được lưu lại',
  wordsHint:
    'Mọi chữ đọc được đều đúng với bản chốt này. Tập tin không còn như lúc tải về (phần mềm khác đã lưu lại, hoặc hình thức đã đổi): kiểu chữ, số thứ tự tự động và cách bày ảnh không được chứng thực.',
  changed: 'Đã bị sửa',
  changedHint: 'Tập tin ghi là bản chốt này nhưng nội dung khác.',
  changedAt: 'Chỗ khác đầu tiên:',
  expected: 'Bản chốt',
  found: 'Tập tin',
  nothing: '(không có chữ nào)',
  proofBroken: 'Phần dữ liệu kèm trong tập tin đã bị sửa.',
  illegible: 'Không đọc được như lúc tải về',
  illegibleHint:
    'Phần mềm khác đã ghi lại tập tin theo cách riêng, nên không so được từng chữ. Hãy dùng tập tin gốc đã tải.',
  unknown: 'Không phải bản chốt nào đã biết',
  unknownHint:
    'Tập tin không phải bản chốt tải từ đây, hoặc nội dung không trùng bản chốt nào mà đồng chí được đọc: nếu lấy từ đây thì đã bị sửa.',
  tooLarge: 'Tập tin quá lớn.',
  digest: 'SHA-256',
  open: 'Mở bản chốt này',
  limits:
    'Không có chữ ký số: ai viết lại toàn bộ tập tin sẽ tạo ra mã SHA-256 khác. Hãy so mã với danh sách bản chốt của chi bộ.',
} as const
