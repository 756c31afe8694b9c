// Templates in Vietnamese of what is written before the meeting; data, no logic.
import type { Templates } from './kinds'

const signedByCell = [
  ['signature', 'T/M CHI BỘ'],
  ['signature', 'BÍ THƯ'],
  ['signature', '{{Bí thư}}'],
] as const

const outline: Templates['outline'] = [
  ['title', 'ĐỀ CƯƠNG'],
  ['title', 'chuyên đề “{{Tên chuyên đề}}”'],
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
  [
    'text',
    'Đề cương: trước ngày {{Hạn đề cương}}; góp ý đề cương: đến ngày {{Hạn góp ý đề cương}}; dự thảo: trước ngày {{Hạn dự thảo}}; góp ý dự thảo: đến ngày {{Hạn góp ý dự thảo}}; chi ủy thông qua: trước ngày {{Hạn thông qua}}; sinh hoạt: ngày {{Ngày họp}}.',
  ],
]

const draft: Templates['draft'] = [
  ['title', 'BÁO CÁO'],
  ['title', 'chuyên đề “{{Tên chuyên đề}}”'],
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

const notice: Templates['notice'] = [
  ['title', 'THÔNG BÁO'],
  ['title', 'về sinh hoạt chuyên đề quý {{Quý}} năm {{Năm}}'],
  ['text', 'Kính gửi: Các đồng chí đảng viên {{Tên chi bộ}}.'],
  ['text', 'Chi ủy thông báo sinh hoạt chuyên đề “{{Tên chuyên đề}}” như sau:'],
  [1, 'I- THỜI GIAN, ĐỊA ĐIỂM, THÀNH PHẦN'],
  [
    'text',
    'Thời gian: {{Giờ họp}}, ngày {{Ngày họp}}. Địa điểm: {{Địa điểm họp}}. Loại hình: {{Loại hình}}.',
  ],
  ['text', 'Thành phần: toàn thể đảng viên chi bộ; đại biểu: {{Đại biểu}}.'],
  [
    'text',
    'Chủ trì: {{Chủ trì}}. Người trình bày: {{Người chuẩn bị}}. Người phối hợp: {{Người phối hợp}}. Thư ký: {{Thư ký}}.',
  ],
  [1, 'II- NỘI DUNG, TÀI LIỆU'],
  ['text', 'Nội dung: trình bày, thảo luận và kết luận chuyên đề “{{Tên chuyên đề}}”.'],
  [
    'text',
    'Tài liệu: đọc trên mạng nội bộ của chi bộ trước ngày sinh hoạt, tại {{Nơi đọc tài liệu}}.',
  ],
  ['text', 'Câu hỏi gợi ý thảo luận: ……………'],
  [1, 'III- ĐỀ NGHỊ'],
  [
    'text',
    'Đề nghị các đồng chí đọc trước tài liệu, chuẩn bị ý kiến; góp ý dự thảo đến hết ngày {{Hạn góp ý dự thảo}}. Đồng chí nào vắng mặt báo cho đồng chí {{Thư ký}} trước ngày họp.',
  ],
  ...signedByCell,
]

const programmeRows = [
  ['Ổn định tổ chức, điểm danh', 'Thông tin', '{{Thư ký}}', '5'],
  ['Tuyên bố lý do, giới thiệu đại biểu', 'Thông tin', '{{Chủ trì}}', '5'],
  ['Cử thư ký', 'Quyết định', '{{Chủ trì}}', '2'],
  ['Thông qua chương trình', 'Quyết định', '{{Chủ trì}}', '3'],
  ['Bí thư nêu mục đích, yêu cầu', 'Thông tin', '{{Bí thư}}', '5'],
  ['Trình bày dự thảo chuyên đề', 'Thông tin', '{{Người chuẩn bị}}', '20'],
  ['Thảo luận theo câu hỏi gợi ý', 'Thảo luận', 'Các đồng chí đảng viên', '40'],
  ['Đại biểu cấp trên phát biểu', 'Thông tin', '{{Đại biểu}}', '5'],
  ['Người báo cáo tiếp thu, giải trình', 'Thảo luận', '{{Người chuẩn bị}}', '10'],
  ['Chủ trì kết luận', 'Quyết định', '{{Chủ trì}}', '10'],
  ['Biểu quyết (nếu ra nghị quyết)', 'Quyết định', '{{Chủ trì}}', '5'],
  ['Tự đánh giá chất lượng sinh hoạt', 'Thảo luận', '{{Chủ trì}}', '3'],
  ['Thông qua biên bản', 'Quyết định', '{{Thư ký}}', '5'],
  ['Giao chuẩn bị kỳ sau, bế mạc', 'Thông tin', '{{Chủ trì}}', '2'],
] as const

const programme: Templates['programme'] = [
  ['title', 'CHƯƠNG TRÌNH'],
  ['title', 'sinh hoạt chuyên đề “{{Tên chuyên đề}}”'],
  ['text', 'Thời gian: {{Giờ họp}}, ngày {{Ngày họp}}. Địa điểm: {{Địa điểm họp}}.'],
  [
    'table',
    ['TT', 'Thời lượng (phút)', 'Nội dung', 'Loại', 'Người thực hiện'],
    programmeRows.map(([what, kind, who, minutes], index) => [
      String(index + 1),
      minutes,
      what,
      kind,
      who,
    ]),
    [36, 76, 278, 96, 134],
  ],
  ...signedByCell,
]

export const beforeMeeting = { outline, draft, notice, programme } as const
