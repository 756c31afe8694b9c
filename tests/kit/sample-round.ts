// A draft of eight paragraphs with a colleague's comment on each, and how the presenter answers it.

export interface SampleComment {
  readonly author: 'lam' | 'phuong' | 'bao' | 'thoa' | 'tuan' | 'nga' | 'truc' | 'dinh'
  /** The paragraph, and the words in it that the comment is about. */
  readonly paragraph: string
  readonly quote: string
  readonly body: string
  readonly replacement?: string
  readonly verdict: 'accepted' | 'partly' | 'declined'
  readonly reason: string
  /** What the words become; without it the text stays. */
  readonly wording?: string
}

export const sampleRound: readonly SampleComment[] = [
  {
    author: 'lam',
    paragraph: 'Có 17/31 giáo viên thiết kế bài giảng có tương tác trong học kỳ I.',
    quote: '17/31 giáo viên',
    body: 'Số này lấy đến ngày nào? Tổ Văn - Sử mới nộp bổ sung hai bài.',
    verdict: 'accepted',
    reason: 'Đã đối chiếu với tổ trưởng.',
    wording: '19/31 giáo viên (tính đến ngày 05/12/2026)',
  },
  {
    author: 'phuong',
    paragraph: 'Việc ghi sổ giấy song song mất khoảng ba giờ mỗi tuần.',
    quote: 'mất khoảng ba giờ mỗi tuần',
    body: 'Con số ba giờ lấy từ đâu?',
    verdict: 'accepted',
    reason: 'Đã khảo sát 31 giáo viên.',
    wording: 'mất trung bình khoảng 2,7 giờ mỗi tuần',
  },
  {
    author: 'bao',
    paragraph: 'Phấn đấu ít nhất 80% giáo viên có bài giảng tương tác đạt yêu cầu.',
    quote: 'ít nhất 80% giáo viên',
    body: 'Đề nghị 70% cho học kỳ II và 80% cho cả năm học sau.',
    verdict: 'partly',
    reason: 'Điều chỉnh theo số liệu mới; chi bộ sẽ biểu quyết mức chỉ tiêu.',
    wording: 'ít nhất 75% giáo viên',
  },
  {
    author: 'thoa',
    paragraph: 'Nguyên nhân là một bộ phận giáo viên ngại thay đổi.',
    quote: 'một bộ phận giáo viên ngại thay đổi',
    body: 'Cách nói này dễ chạm tự ái các cô lớn tuổi.',
    replacement: 'một số giáo viên chưa được hỗ trợ thường xuyên nên còn lúng túng',
    verdict: 'accepted',
    reason: '',
    wording: 'một số giáo viên chưa được hỗ trợ thường xuyên nên còn lúng túng',
  },
  {
    author: 'tuan',
    paragraph: 'Học liệu lưu trên máy chủ nội bộ, đặt tên tệp thống nhất.',
    quote: 'máy chủ nội bộ',
    body: 'Phải có người sao lưu; tôi xin nhận chiều thứ Sáu hằng tuần.',
    verdict: 'accepted',
    reason: 'Đã phân công đồng chí Tuấn ở mục V.',
  },
  {
    author: 'nga',
    paragraph: 'Nhiệm vụ 4 hoàn thành trong tháng 01/2027.',
    quote: 'trong tháng 01/2027',
    body: 'Mỗi việc phải có một đồng chí chủ trì và ngày cụ thể.',
    verdict: 'accepted',
    reason: 'Giao đồng chí Thoa.',
    wording: 'trước ngày 25/01/2027',
  },
  {
    author: 'truc',
    paragraph: 'Mỗi đảng viên nhận giúp đỡ một giáo viên trong tám tuần.',
    quote: 'trong tám tuần',
    body: 'Đề nghị cho phép chia thành hai đợt bốn tuần.',
    verdict: 'accepted',
    reason: '',
    wording: 'trong tám tuần, có thể chia thành hai đợt',
  },
  {
    author: 'dinh',
    paragraph: 'Chi bộ đề xuất hiệu trưởng quyết định bỏ những loại sổ trùng lặp.',
    quote: 'bỏ những loại sổ trùng lặp',
    body: 'Một số sổ do cấp trên quy định, đề nghị bỏ hẳn giải pháp này.',
    verdict: 'declined',
    reason: 'Chỉ áp dụng với sổ do nhà trường tự đặt ra; ý kiến được bảo lưu.',
  },
]

/** A paragraph as it reads after the answer to its comment. */
export const afterAnswer = ({ paragraph, quote, wording }: SampleComment): string =>
  wording === undefined ? paragraph : paragraph.replace(quote, wording)
