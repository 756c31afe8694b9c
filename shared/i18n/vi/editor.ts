// Trang soạn thảo: thanh công cụ, dấu đã lưu, thanh giai đoạn.
export const editor = {} as const
