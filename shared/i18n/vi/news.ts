// Điều mới từ lần xem trước, và người được nhắc tên.
export const news = {
  title: 'Mới từ lần xem trước',
  isNew: 'Mới',
  count: '{count} góp ý mới',
  answerMine: '{name} đã giải trình góp ý của bạn: {verdict}',
  answer: '{name} đã giải trình góp ý của {author}: {verdict}',
  mention: '{name} nhắc đến bạn',
  replyMine: '{name} trả lời góp ý của bạn',
  reply: '{name} trả lời góp ý của {author}',
  comment: '{name} góp ý',
  agreement: '{name} cùng ý kiến với bạn',
  inPaper: '{paper} · chuyên đề {number}',
  version: 'Bản chốt {number}',
  all: 'Xem tất cả',
  fewer: 'Thu gọn',
  mentionPeople: 'Người được nhắc tên',
  mentionCount: 'Có {count} người; phím mũi tên để chọn, Enter để chèn.',
} as const
