// Toàn bộ lời trên màn hình bằng tiếng Việt; bảng này giữ các khóa.
import { first } from './vi/first'
import { rest } from './vi/rest'

export const vi = { ...first, ...rest }
