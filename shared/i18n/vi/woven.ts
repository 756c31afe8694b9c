// Lời của các danh sách hai người cùng sửa: chương trình, kết luận, mẫu.
export const woven = {
  found: 'Đây là nội dung lần trước bạn viết mà chưa lưu.',
  giveUp: 'Bỏ phần chưa lưu',
  contested: 'Người khác vừa lưu chỗ này với nội dung khác. Bấm Lưu để giữ nội dung của bạn, hoặc:',
  take: 'Lấy nội dung vừa lưu',
} as const
