// Takes apart what goes over the wire: unmasked WebSocket frames (RFC 6455, 5.2).

/** The payloads in a run of whole binary frames. Throws on anything else. */
export function payloadsIn(frames: Buffer): Buffer[] {
  const payloads: Buffer[] = []
  for (let at = 0; at < frames.length; ) {
    if (frames[at] !== 0x82) throw new Error(`no final binary frame at ${at}`)
    const short = frames[at + 1] as number
    const header = short < 126 ? 2 : short === 126 ? 4 : 10
    const long = () =>
      short === 126 ? frames.readUInt16BE(at + 2) : Number(frames.readBigUInt64BE(at + 2))
    const end = at + header + (short < 126 ? short : long())
    if (end > frames.length) throw new Error(`a frame at ${at} is cut off`)
    payloads.push(frames.subarray(at + header, end))
    at = end
  }
  return payloads
}
