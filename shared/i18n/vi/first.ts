// Lời của những trang trước khi vào: nhẹ, có mặt ngay.
import { common } from './common'
import { login } from './login'
import { refusal } from './refusal'

export const first = { common, login, refusal }
