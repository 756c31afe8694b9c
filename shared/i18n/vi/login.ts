// Đăng nhập, lập chi bộ, nhận lời mời.
export const login = {} as const
