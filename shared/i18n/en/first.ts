// The words of the pages before one has signed in: light, there at once.
import { common } from './common'
import { login } from './login'
import { refusal } from './refusal'

export const first = { common, login, refusal }
