// Nhập văn bản từ tập tin Word.
import type { ImportChange, ImportOmission, ImportRefusal } from '../../facts/import-report'
import type { Words } from '../words'

export const imports = {
  action: 'Nhập từ Word',
  title: 'Nhập từ Word',
  intro:
    'Chọn tập tin Word (.docx). Nội dung được đọc và cho xem trước; chưa có gì được ghi vào văn bản.',
  choose: 'Chọn tập tin Word',
  chooseAnother: 'Chọn tập tin khác',
  drop: 'Thả tập tin Word vào đây để nhập',
  reading: 'Đang đọc {name}…',
  readFrom: 'Đọc từ {name}',
  came: 'Nhập vào',
  words: '{count} chữ',
  paragraphs: '{count} đoạn',
  headings: '{count} đề mục',
  lists: '{count} danh sách',
  tables: '{count} bảng',
  images: '{count} hình',
  notes: '{count} chú thích',
  comments: '{count} góp ý',
  changed: 'Đã đổi cho hợp văn bản',
  leftOut: 'Không đưa vào',
  nothingElse: 'Không có gì phải đổi hay bỏ lại.',
  count: '{what} ({count})',
  more: 'và {count} chỗ nữa',
  preview: 'Xem trước',
  picture: '[Hình: {words}]',
  pictureAlone: '[Hình]',
  where: 'Đưa vào đâu',
  atEnd: 'Sau phần đã có',
  instead: 'Thay cho phần đã có',
  insteadHint:
    'Chữ nào cũ và mới giống nhau thì giữ nguyên cùng góp ý. Phần cũ vẫn xem lại và lấy lại được trong lịch sử văn bản.',
  put: 'Đưa vào văn bản',
  done: 'Đã đưa nội dung của {name} vào văn bản.',
  undo: 'Muốn bỏ, hãy lấy lại nội dung trước đó trong lịch sử văn bản.',
  fileComments: 'Góp ý có trong tập tin',
  fileCommentsHint: 'Mỗi góp ý được ghi dưới tên đồng chí, kèm tên người đã góp ý trong tập tin.',
  makeComments: 'Đưa thành góp ý',
  madeComments: 'Đã đưa {count} góp ý.',
  notPlaced: 'Không tìm thấy chữ được góp ý',
  saidIn: '{author} (trong tập tin Word): {body}',
  saidInAt: '{author} (trong tập tin Word, {day}): {body}',
  someone: 'Một người',
} as const

export const importRefusal: Words<Record<ImportRefusal, string>> = {
  'not-word': 'Đây không phải tập tin Word (.docx).',
  'old-word':
    'Đây là tập tin Word đời cũ (.doc). Hãy mở bằng Word, chọn Lưu thành (Save As), kiểu .docx, rồi nhập lại.',
  locked: 'Tập tin được đặt mật khẩu. Hãy gỡ mật khẩu trong Word rồi nhập lại.',
  macros:
    'Tập tin chứa macro (chương trình) nên không được nhập. Hãy lưu lại kiểu .docx không có macro.',
  rtf: 'Đây là tập tin RTF. Hãy mở bằng Word và lưu lại kiểu .docx.',
  pdf: 'Đây là tập tin PDF. Chỉ nhập được tập tin Word (.docx).',
  odt: 'Đây là tập tin LibreOffice (.odt). Hãy lưu lại kiểu .docx.',
  damaged: 'Tập tin bị hỏng hoặc tải về chưa đủ. Hãy mở bằng Word, lưu lại rồi nhập.',
  nested: 'Tập tin có quá nhiều bảng lồng trong bảng. Hãy tách bớt các bảng rồi nhập lại.',
  template:
    'Tập tin dùng một mẫu lấy từ nơi khác trên mạng nên không được nhập. Hãy chép nội dung sang một tập tin mới.',
  empty: 'Tập tin không có chữ nào để nhập.',
  'no-file': 'Chưa nhận được tập tin. Hãy chọn lại.',
}

export const importChange: Words<Record<ImportChange, string>> = {
  tcvn3: 'Chữ phông TCVN3 (.VnTime) đổi sang Unicode',
  vni: 'Chữ phông VNI đổi sang Unicode',
  composed: 'Chữ dấu rời ghép thành chữ dựng sẵn',
  symbols: 'Ký hiệu của phông riêng đổi sang ký hiệu thường',
  headingLevels: 'Đề mục dưới cấp 3 đưa về cấp 3',
  guessedHeadings: 'Dòng in đậm có đánh số được nhận là đề mục',
  numbers: 'Số tự động ghi thành chữ',
  notes: 'Chú thích chân trang đưa xuống cuối văn bản',
  textBoxes: 'Chữ trong khung đưa vào sau đoạn',
  equations: 'Công thức ghi thành một dòng chữ',
  capitals: 'Chữ hiện in hoa ghi thành chữ hoa',
  insertions: 'Chữ thêm có theo dõi được giữ',
  formatting: 'Màu chữ, tô nền, gạch ngang bị bỏ, chữ còn nguyên',
  emptyLines: 'Dòng trống bị bỏ',
  breaks: 'Ngắt trang bị bỏ',
}

export const importOmission: Words<Record<ImportOmission, string>> = {
  deletions: 'Chữ đã xóa có theo dõi',
  margins: 'Chữ ở đầu trang, chân trang',
  letterhead: 'Phần đầu văn bản (trang đã có sẵn)',
  recipients: 'Nơi nhận và dòng của thể thức',
  contents: 'Mục lục (trang tự lập)',
  images: 'Hình không phải PNG, JPEG hoặc quá lớn',
  drawings: 'Hình vẽ, biểu đồ',
  links: 'Liên kết tới tập tin trong máy hoặc địa chỉ không an toàn (chữ còn nguyên)',
  hidden: 'Chữ ẩn',
  external: 'Nội dung lấy từ tập tin khác',
  template: 'Mẫu gắn kèm',
}
