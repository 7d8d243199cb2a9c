import { type Canvas, createCanvas, loadImage } from '@napi-rs/canvas'

/** A page in shades of grey: 0 is black, 255 white; one byte a pixel, row by row. */
export interface PageBitmap {
  readonly width: number
  readonly height: number
  readonly grey: Uint8Array
}

/** A page's picture in shades of grey, turned by an angle around its middle; what turns in from outside is paper. */
export async function bitmapOf(picture: Uint8Array, radians = 0): Promise<PageBitmap> {
  const image = await loadImage(Buffer.from(picture))
  const canvas = createCanvas(image.width, image.height)
  const context = canvas.getContext('2d')
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.translate(canvas.width / 2, canvas.height / 2)
  context.rotate(radians)
  context.drawImage(image, -canvas.width / 2, -canvas.height / 2)
  return greyOf(canvas)
}

function greyOf(canvas: Canvas): PageBitmap {
  const { width, height } = canvas
  const { data } = canvas.getContext('2d').getImageData(0, 0, width, height)
  const grey = new Uint8Array(width * height)
  for (let at = 0; at < grey.length; at += 1) {
    const [red = 0, green = 0, blue = 0] = [data[4 * at], data[4 * at + 1], data[4 * at + 2]]
    grey[at] = (299 * red + 587 * green + 114 * blue) / 1000
  }
  return { width, height, grey }
}

/** A part of a page as a PNG picture, drawn so many times as large, with paper around it. */
export async function pngOf(
  { width, grey }: PageBitmap,
  part: { readonly left: number; readonly top: number; readonly width: number; readonly height: number },
  times = 1,
): Promise<Buffer> {
  const canvas = createCanvas(part.width, part.height)
  const context = canvas.getContext('2d')
  const pixels = context.createImageData(part.width, part.height)
  for (let y = 0; y < part.height; y += 1)
    for (let x = 0; x < part.width; x += 1) {
      const shade = grey[(part.top + y) * width + part.left + x] ?? 255
      pixels.data.set([shade, shade, shade, 255], 4 * (y * part.width + x))
    }
  context.putImageData(pixels, 0, 0)
  if (times === 1) return canvas.encode('png')
  const larger = createCanvas(part.width * times, part.height * times)
  const drawing = larger.getContext('2d')
  drawing.imageSmoothingQuality = 'high'
  drawing.drawImage(canvas, 0, 0, larger.width, larger.height)
  return larger.encode('png')
}
