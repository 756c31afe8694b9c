// Sends a picture to the server, made smaller first where it is a large photograph.
import { mostUploadBytes, pictureBounds } from '../../../../shared/document/picture'
import { api, call } from '../../../api'

export interface SentPicture {
  readonly src: string
  readonly width: number
  readonly height: number
}

/** Smaller ones are sent as they are: the server draws them anew anyway. */
const sentAsItIs = 1024 * 1024
const quality = 0.9

/** A photograph of a phone is ten times what the paper keeps of it. What cannot be drawn is the server's to refuse. */
async function smaller(file: Blob): Promise<Blob> {
  if (file.size <= sentAsItIs) return file
  try {
    const picture = await createImageBitmap(file)
    const { width, height } = pictureBounds
    const scale = Math.min(1, width / picture.width, height / picture.height)
    const canvas = document.createElement('canvas')
    canvas.width = Math.max(1, Math.round(picture.width * scale))
    canvas.height = Math.max(1, Math.round(picture.height * scale))
    const drawing = canvas.getContext('2d')
    if (!drawing) return file
    drawing.fillStyle = '#fff'
    drawing.fillRect(0, 0, canvas.width, canvas.height)
    drawing.drawImage(picture, 0, 0, canvas.width, canvas.height)
    picture.close()
    const drawn = await new Promise<Blob | null>((resolve) =>
      canvas.toBlob(resolve, 'image/jpeg', quality),
    )
    return drawn && drawn.size < file.size ? drawn : file
  } catch (cause) {
    console.warn('picture', cause)
    return file
  }
}

/** Throws Refused or Unreachable. */
export async function sendPicture(documentId: string, file: Blob): Promise<SentPicture> {
  const isOurs = /^image\/(png|jpeg)$/.test(file.type)
  const sent = isOurs ? await smaller(file) : file.slice(0, mostUploadBytes)
  return call(
    api.documents[':id'].images.$post({
      param: { id: documentId },
      form: { file: new File([sent], 'picture', { type: sent.type }) },
    }),
  )
}
