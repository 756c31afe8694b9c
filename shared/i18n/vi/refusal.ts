// Mọi lời từ chối của chương trình, mỗi mã một câu.
import type { RefusalCode } from '../../refusals'
import type { Words } from '../words'

export const refusal: Words<Record<RefusalCode, string>> = {
  'unreadable-request': 'Nội dung gửi lên chưa đúng mẫu; hãy xem lại các ô đã điền.',
  'unreadable-file': 'Không đọc được tập tin này.',
  'reason-required': 'Cần ghi lý do.',
  'weak-password': 'Mật khẩu cần ít nhất 8 ký tự và không được là mật khẩu phổ biến.',
  'unknown-person': 'Không có người này trong chi bộ.',
  'not-a-reader': 'Người này không giữ chức vụ được đọc văn bản nên không thể nhận vai trò đó.',
  'state-secret':
    'Văn bản mật, tối mật, tuyệt mật không được soạn ở đây. Hãy soạn trên máy tính độc lập theo quy định về bảo vệ bí mật nhà nước.',
  'too-many-votes':
    'Tổng số phiếu nhiều hơn số người có quyền biểu quyết đang có mặt; hãy đếm lại hoặc sửa điểm danh.',
  'bad-window': 'Thời điểm đóng góp ý phải sau thời điểm mở.',
  'not-a-picture':
    'Chỉ nhận ảnh PNG hoặc JPEG còn nguyên vẹn; ảnh SVG, GIF, WebP, HEIC xin lưu lại thành PNG hoặc JPEG.',
  'unknown-field':
    'Có chỗ điền trong mẫu mà chương trình không biết. Hãy chọn chỗ điền trong danh sách, hoặc bỏ dấu {{ }}.',
  'empty-template': 'Mẫu chưa có chữ nào.',
  'not-signed-in': 'Hãy đăng nhập để tiếp tục.',
  'bad-credentials': 'Tên đăng nhập hoặc mật khẩu không đúng.',
  'foreign-origin': 'Yêu cầu đến từ một địa chỉ khác nên bị từ chối.',
  'not-yours': 'Việc này không thuộc quyền của bạn.',
  'not-found': 'Không tìm thấy.',
  'link-used': 'Đường dẫn này đã được dùng hoặc đã hết hạn. Hãy xin bí thư một đường dẫn mới.',
  'not-now': 'Giai đoạn hiện tại không làm được việc này.',
  'window-closed': 'Đang ngoài thời gian góp ý.',
  'no-presenter': 'Cần chọn người chuẩn bị trước khi giao.',
  'outline-empty': 'Đề cương còn trống.',
  'draft-empty': 'Dự thảo còn trống.',
  'not-passed': 'Chi ủy chưa thông qua dự thảo.',
  'no-attendance': 'Chưa có danh sách điểm danh.',
  'not-present': 'Đồng chí chưa được điểm danh có mặt nên chưa biểu quyết được; hãy báo thư ký.',
  'already-voted': 'Đồng chí đã bỏ phiếu. Phiếu kín không xem lại và không rút lại được.',
  'already-recorded': 'Nội dung này đã được ghi vào biên bản.',
  'vote-over': 'Lần biểu quyết này đã kết thúc.',
  'vote-open': 'Còn một lần biểu quyết chưa kết thúc. Hãy kết thúc trước khi thống nhất biên bản.',
  'evidence-required': 'Việc đã xong cần ghi rõ sản phẩm hoặc căn cứ.',
  'minutes-empty': 'Biên bản còn trống.',
  'not-agreed': 'Biên bản chưa được đọc lại, thống nhất.',
  'minutes-agreed':
    'Biên bản đã được đọc lại, thống nhất nên nội dung này giữ nguyên như trong biên bản. Muốn sửa, hãy mở lại biên bản trước.',
  'already-signed': 'Đồng chí đã ký biên bản ở vai này.',
  'minutes-closed': 'Biên bản đã có đủ hai chữ ký và đã khóa.',
  overtaken: 'Màn chiếu đã sang chỗ khác.',
  'changed-meanwhile':
    'Người khác vừa lưu thay đổi ở chỗ này. Nội dung của đồng chí vẫn còn đây: hãy xem lại rồi lưu lần nữa.',
  'no-conclusion': 'Kết luận của chủ trì cần ít nhất một mục.',
  unanswered: 'Còn góp ý hoặc mục kết luận chưa được tiếp thu, giải trình.',
  'task-incomplete': 'Mỗi việc cần có người chịu trách nhiệm và thời hạn.',
  'quote-mismatch':
    'Đoạn được chọn vừa thay đổi. Lời góp ý của bạn vẫn còn đây: hãy chọn lại đoạn.',
  'already-answered': 'Góp ý này đã được giải trình nên không sửa được nữa.',
  'comment-withdrawn': 'Góp ý này đã được rút.',
  'note-released': 'Ý kiến này đã được gửi cho mọi người nên không sửa, không rút được nữa.',
  'not-a-speech': 'Đây là ghi chú riêng. Hãy chuyển thành ý kiến phát biểu trước khi gửi.',
  'words-changed': 'Đoạn này đã được sửa từ khi có góp ý. Hãy xem câu chữ hiện nay rồi quyết định.',
  'words-gone': 'Đoạn được góp ý không còn trong văn bản nên không thay câu chữ vào đó được.',
  'words-stand': 'Đoạn được góp ý vẫn còn trong văn bản.',
  'across-paragraphs':
    'Câu chữ mới không cùng số đoạn với chỗ được góp ý. Hãy sửa trực tiếp trong văn bản rồi ghi giải trình.',
  'username-taken': 'Tên đăng nhập này đã có người dùng.',
  'already-set-up': 'Chi bộ đã được lập.',
  'last-secretary': 'Chi bộ cần ít nhất một bí thư đang hoạt động.',
  'pictures-full': 'Văn bản của chuyên đề này đã có quá nhiều ảnh (nhiều nhất 100 ảnh, 20 MB).',
  'picture-too-large':
    'Ảnh lớn quá: nhiều nhất 10 MB và 24 triệu điểm ảnh. Xin thu nhỏ rồi chèn lại.',
  'too-large': 'Nội dung quá lớn.',
  'too-many-tries': 'Thử quá nhiều lần. Hãy đợi vài phút.',
  'too-many-connections': 'Bạn đang mở quá nhiều cửa sổ. Hãy đóng bớt.',
  'bad-update': 'Thay đổi bị từ chối vì không đúng định dạng.',
  'read-only': 'Bạn chỉ được đọc văn bản này.',
  frozen: 'Văn bản đã được chốt.',
  'old-schema':
    'Chương trình vừa được nâng cấp. Hãy tải lại trang; phần chưa gửi vẫn được giữ và sẽ gửi sau đó.',
  'too-slow': 'Đường truyền quá chậm, đang kết nối lại.',
  busy: 'Máy chủ đang làm nhiều tệp. Hãy thử lại sau một phút.',
  stopping: 'Máy chủ đang khởi động lại, xin đợi.',
}
