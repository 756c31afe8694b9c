// Templates in Vietnamese of what the meeting leaves, and of the year's papers; data, no logic.
import type { Templates } from './kinds'

const signedByCell = [
  ['signature', 'T/M CHI BỘ'],
  ['signature', 'BÍ THƯ'],
  ['signature', '{{Bí thư}}'],
] as const

const minutes: Templates['minutes'] = [
  ['title', 'BIÊN BẢN'],
  ['title', 'sinh hoạt chuyên đề quý {{Quý}} năm {{Năm}}'],
  [
    'text',
    'Thời gian bắt đầu: {{Giờ họp}}, ngày {{Ngày họp}}; địa điểm: {{Địa điểm họp}}; loại hình: ……………',
  ],
  [
    'text',
    'Thành phần: tổng số đảng viên {{Tổng số đảng viên}} (chính thức {{Số chính thức}}, dự bị {{Số dự bị}}); được miễn ……………; có mặt {{Số có mặt}}; vắng có lý do {{Số vắng có lý do}} ({{Người vắng có lý do}}); vắng không lý do {{Số vắng không lý do}} ({{Người vắng không lý do}}); đại biểu: {{Đại biểu}}.',
  ],
  ['text', 'Chủ trì: {{Chủ trì}}; thư ký: {{Thư ký}}; người trình bày: {{Người chuẩn bị}}.'],
  [1, 'I- NỘI DUNG CHƯƠNG TRÌNH'],
  ['text', ''],
  [1, 'II- DIỄN BIẾN'],
  [2, '1. Mở đầu'],
  ['text', ''],
  [2, '2. Trình bày chuyên đề'],
  ['text', 'Đồng chí {{Người chuẩn bị}} trình bày bản chốt {{Bản chốt}}.'],
  [2, '3. Ý kiến thảo luận'],
  ['text', ''],
  [2, '4. Ý kiến đại biểu cấp trên'],
  ['text', ''],
  [2, '5. Tiếp thu, giải trình'],
  ['text', ''],
  [1, 'III- KẾT LUẬN CỦA CHỦ TRÌ'],
  ['table', ['Việc', 'Người', 'Thời hạn', 'Kiểm tra']],
  [1, 'IV- BIỂU QUYẾT'],
  [
    'text',
    'Nội dung: ……………; có quyền biểu quyết: ……………; tán thành: ……………; không tán thành: ……………; ý kiến khác: ……………; tỷ lệ: ……………',
  ],
  [1, 'V- TỰ ĐÁNH GIÁ CHẤT LƯỢNG'],
  ['text', ''],
  ['text', 'Kết thúc lúc …… giờ ……; biên bản đã đọc lại, thống nhất.'],
  ['signature', 'NGƯỜI GHI BIÊN BẢN'],
  ['signature', 'CHỦ TRÌ HỘI NGHỊ'],
]

const conclusion: Templates['conclusion'] = [
  ['title', 'KẾT LUẬN'],
  ['title', 'của Chi bộ về chuyên đề “{{Tên chuyên đề}}”'],
  [
    'text',
    'Ngày {{Ngày họp}}, {{Tên chi bộ}} đã sinh hoạt chuyên đề “{{Tên chuyên đề}}”. Sau khi nghe đồng chí {{Người chuẩn bị}} trình bày và các đồng chí thảo luận, đồng chí {{Chủ trì}} thay mặt chi bộ kết luận:',
  ],
  [1, 'I- ĐÁNH GIÁ CHUYÊN ĐỀ'],
  ['text', ''],
  [1, 'II- NỘI DUNG THỐNG NHẤT'],
  ['text', ''],
  [1, 'III- NHIỆM VỤ'],
  ['table', ['Việc', 'Người chủ trì', 'Thời hạn', 'Sản phẩm']],
  [1, 'IV- NỘI DUNG CẦN TIẾP THU ĐỂ HOÀN CHỈNH CHUYÊN ĐỀ'],
  ['text', ''],
  ['text', 'Hoàn chỉnh trước ngày {{Hạn hoàn chỉnh}}.'],
  [1, 'V- TỔ CHỨC THỰC HIỆN'],
  ['text', ''],
  ...signedByCell,
]

const resolution: Templates['resolution'] = [
  ['title', 'NGHỊ QUYẾT'],
  ['title', 'về {{Tên chuyên đề}}'],
  [
    'text',
    'Ngày {{Ngày họp}}, {{Tên chi bộ}} họp, có mặt {{Số có mặt}}/{{Tổng số đảng viên}} đảng viên, do đồng chí {{Chủ trì}} chủ trì. Sau khi thảo luận, chi bộ thống nhất quyết nghị:',
  ],
  [1, 'I- TÌNH HÌNH'],
  [2, '1. Kết quả'],
  ['text', ''],
  [2, '2. Hạn chế'],
  ['text', ''],
  [2, '3. Nguyên nhân'],
  ['text', ''],
  [1, 'II- MỤC TIÊU, CHỈ TIÊU'],
  ['text', ''],
  [1, 'III- NHIỆM VỤ, GIẢI PHÁP'],
  ['text', ''],
  [1, 'IV- TỔ CHỨC THỰC HIỆN'],
  ['text', ''],
  [
    'text',
    'Nghị quyết này được chi bộ thông qua ngày {{Ngày họp}}, có ……/{{Số có mặt}} đồng chí tán thành (……%).',
  ],
  ...signedByCell,
]

const answers: Templates['answers'] = [
  ['title', 'BẢNG TỔNG HỢP'],
  ['title', 'tiếp thu, giải trình ý kiến góp ý vào chuyên đề “{{Tên chuyên đề}}”'],
  [
    'table',
    [
      'TT',
      'Vị trí (mục, đoạn)',
      'Nội dung dự thảo',
      'Người góp ý (chức vụ)',
      'Nội dung góp ý',
      'Kết quả',
      'Nội dung tiếp thu, giải trình',
      'Nội dung sau chỉnh sửa',
    ],
  ],
  ['text', 'Tổng số ý kiến: ……; tiếp thu: ……; tiếp thu một phần: ……; không tiếp thu: ……'],
  ['signature', 'NGƯỜI CHUẨN BỊ CHUYÊN ĐỀ'],
  ['signature', '{{Người chuẩn bị}}'],
]

const plan: Templates['plan'] = [
  ['title', 'KẾ HOẠCH'],
  ['title', 'sinh hoạt chuyên đề năm {{Năm}}'],
  [1, 'I- MỤC ĐÍCH, YÊU CẦU'],
  ['text', ''],
  [1, 'II- NỘI DUNG CHUYÊN ĐỀ'],
  [
    'table',
    [
      'TT',
      'Quý/Tháng',
      'Tên chuyên đề',
      'Nhóm vấn đề',
      'Đảng viên chuẩn bị',
      'Người phối hợp',
      'Hạn đề cương',
      'Hạn dự thảo',
      'Ngày sinh hoạt dự kiến',
    ],
    [
      [
        '1',
        'Quý {{Quý}}',
        '{{Tên chuyên đề}}',
        '',
        '{{Người chuẩn bị}}',
        '{{Người phối hợp}}',
        '{{Hạn đề cương}}',
        '{{Hạn dự thảo}}',
        '{{Ngày họp}}',
      ],
      ['2'],
      ['3'],
      ['4'],
    ],
    [34, 62, 130, 68, 78, 72, 58, 58, 60],
  ],
  [1, 'III- QUY TRÌNH, TIẾN ĐỘ'],
  ['text', '1. Góp ý đề cương: ……………'],
  ['text', '2. Góp ý dự thảo: ……………'],
  ['text', '3. Chi ủy thông qua: ……………'],
  ['text', '4. Gửi tài liệu: ……………'],
  ['text', '5. Hoàn chỉnh sau sinh hoạt: ……………'],
  [1, 'IV- TỔ CHỨC THỰC HIỆN'],
  ['text', '1. Chi ủy: ……………'],
  ['text', '2. Đảng viên được phân công: ……………'],
  ['text', '3. Đảng viên: ……………'],
  ['text', '4. Thư ký: ……………'],
  ...signedByCell,
]

const monthly: Templates['monthly'] = [
  ['title', 'BÁO CÁO'],
  ['title', 'kết quả thực hiện nhiệm vụ tháng {{Tháng}} năm {{Năm}} của đảng viên'],
  ['text', 'Họ và tên: {{Người viết}}. Lĩnh vực phụ trách: ……………'],
  [1, 'I- KẾT QUẢ THỰC HIỆN NHIỆM VỤ'],
  [
    'table',
    [
      'TT',
      'Nhiệm vụ được giao (số kết luận, nghị quyết)',
      'Thời hạn',
      'Kết quả',
      'Mức độ',
      'Nguyên nhân',
      'Kiến nghị',
    ],
    [['1'], ['2'], ['3']],
    [36, 176, 70, 94, 74, 86, 84],
  ],
  ['text', 'Mức độ ghi: hoàn thành, đang làm hoặc chưa làm.'],
  [1, 'II- TỰ NHẬN XÉT'],
  ['text', ''],
  [1, 'III- ĐĂNG KÝ VIỆC THÁNG SAU'],
  ['text', ''],
  [1, 'IV- XÁC NHẬN CỦA CHI ỦY VIÊN PHỤ TRÁCH'],
  ['text', '……………'],
  ['signature', 'NGƯỜI BÁO CÁO'],
  ['signature', '{{Người viết}}'],
]

export const afterMeeting = { minutes, conclusion, resolution, answers, plan, monthly } as const
