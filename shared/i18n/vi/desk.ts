// Bàn viết: ảnh, tìm và thay, trang giấy, kiểm tra trước khi chốt.
export const desk = {
  // Ảnh
  pictureLost: 'Không mở được ảnh này',
  insertPicture: 'Chèn ảnh',
  editPicture: 'Chú thích ảnh',
  captionButton: 'Chú thích',
  removePicture: 'Xóa ảnh',
  caption: 'Chú thích dưới ảnh',
  captionHint: 'Ví dụ: Hình 1. Phòng máy tính sau khi sửa. Để trống nếu không cần.',
  alt: 'Mô tả cho người không nhìn thấy ảnh',
  altHint: 'Ảnh cho thấy điều gì? Máy đọc màn hình đọc câu này; Word cũng giữ lại.',
  sendingPicture: 'Đang gửi ảnh…',
  picturesLeftOut:
    '{n} ảnh trong phần vừa dán nằm ngoài tầm với (ở máy khác hoặc trong Word) nên chưa vào văn bản. Hãy chép từng ảnh hoặc dùng nút “Chèn ảnh”.',
} as const
