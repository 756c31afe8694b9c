// Bàn viết: ảnh, tìm và thay, trang giấy, kiểm tra trước khi chốt.
export const desk = {
  pictureLost: 'Không mở được ảnh này',
} as const
