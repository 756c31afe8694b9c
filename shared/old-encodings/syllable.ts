// Is a word a Vietnamese syllable? By its onset and rhyme, whatever tone it bears.

const onsets = 'b|c|ch|d|đ|g|gh|gi|h|k|kh|l|m|n|ng|ngh|nh|p|ph|qu|r|s|t|th|tr|v|x|'
const rhymes = [
  'a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây',
  'e ec em en eng eo ep et ê êch êm ên ênh êp êt êu êng',
  'i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu y ych yêm yên yêng yêt yêu ynh yt',
  'o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi',
  'om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt',
  'u ua uân uâng uât uây uc uê uêch uên uênh ui um un ung uơ uôc uôi uôm uôn uông uôt up ut uy uya',
  'uych uyên uyêt uynh uyt uyu ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu',
].join(' ')
const form = new RegExp(`^(?:${onsets})(?:${rhymes.replaceAll(' ', '|')})$`)
const tones = /[\u0300\u0301\u0303\u0309\u0323]/g

/** Any letter case and any composition. */
export function isSyllable(word: string): boolean {
  const parted = word.normalize('NFD').toLowerCase()
  const [first = '', second] = parted.match(tones) ?? []
  if (second !== undefined) return false
  const bare = parted.replace(tones, '').normalize('NFC')
  // A syllable that is shut by c, ch, p or t bears the acute or the dot below.
  if (/(?:c|ch|p|t)$/.test(bare) && first !== '\u0301' && first !== '\u0323') return false
  return form.test(bare)
}
