import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import { type ExtractedText, LineWriter } from './extracted-text.ts'

type Node = DefaultTreeAdapterTypes.ChildNode
type Element = DefaultTreeAdapterTypes.Element

const isElement = (node: Node): node is Element => 'tagName' in node
const blocks = new Set([
  'p',
  'div',
  'section',
  'article',
  'li',
  'ul',
  'ol',
  'blockquote',
  'header',
  'footer',
  'main',
  'figure',
  'figcaption',
  'address',
  'dl',
  'dt',
  'dd',
  'pre',
  'body',
  'html',
  'form',
  'nav',
  'aside',
])
const silent = new Set(['script', 'style', 'head', 'template', 'noscript', 'svg', 'title'])

/** Puts nodes on a stack so that the first is taken first: markup may be nested deeper than calls can be. */
function stackUp(stack: Node[], nodes: readonly Node[]): void {
  for (let at = nodes.length - 1; at >= 0; at -= 1) {
    const node = nodes[at]
    if (node) stack.push(node)
  }
}

/** Text of an element on one line; superscripts are note marks, no part of a figure. */
function inlineText(whole: Node): string {
  let text = ''
  const stack = [whole]
  for (let node = stack.pop(); node; node = stack.pop()) {
    if ('value' in node && node.nodeName === '#text') text += node.value
    else if (isElement(node) && node.tagName === 'br') text += ' '
    else if (isElement(node) && !silent.has(node.tagName) && node.tagName !== 'sup') stackUp(stack, node.childNodes)
  }
  return text
}
const flat = (text: string): string => text.replace(/[\t\n\r\f ]+/g, ' ').trim()
/** White space of one line; a tab parts cells where the source means it so, also before the first. */
const flatWithTabs = (text: string): string =>
  text
    .replace(/[\n\r\f ]+/g, ' ')
    .replace(/ ?\t ?/g, '\t')
    .replace(/^ +|\s+$/g, '')
const attribute = (element: Element, name: string): string | undefined => element.attrs.find(entry => entry.name === name)?.value
/** No cell reaches over more rows or columns than this, nor beyond so many columns. */
const mostSpan = 200
/** A longer text names no columns. */
const longestName = 200

const spanOf = (element: Element, name: 'colspan' | 'rowspan'): number =>
  Math.min(Math.max(Number.parseInt(attribute(element, name) ?? '1', 10) || 1, 1), mostSpan)

function childrenNamed(element: Element, names: readonly string[]): Element[] {
  return element.childNodes
    .filter(isElement)
    .flatMap(child =>
      names.includes(child.tagName) ? [child] : ['thead', 'tbody', 'tfoot'].includes(child.tagName) ? childrenNamed(child, names) : [],
    )
}

/** A cell that holds a figure: the rows from its own on are no header. */
const holdsFigure = (text: string): boolean => /^[(+\-−–‑]?\d[\d\s.,]*[)%]?$/.test(text) && !/^(?:19|20)\d\d$/.test(text)

/**
 * Rows of a table as cells on their columns. A cell that spans several leaves the others empty; in the header, where it names several columns,
 * it is said over each of them.
 */
export function tableRows(table: Element): string[][] {
  const grid: string[][] = []
  const held = new Map<string, true>()
  let inHeader = true
  for (const [rowIndex, row] of childrenNamed(table, ['tr']).entries()) {
    const own = childrenNamed(row, ['td', 'th'])
    inHeader &&= own.length > 1 && !own.slice(1).some(cell => holdsFigure(flat(cell.childNodes.map(inlineText).join(''))))
    const cells: string[] = []
    for (const cell of own) {
      while (held.has(`${rowIndex}/${cells.length}`)) cells.push('')
      const column = cells.length
      const width = Math.max(1, Math.min(spanOf(cell, 'colspan'), mostSpan - column))
      const text = flat(cell.childNodes.map(inlineText).join(''))
      cells.push(text, ...Array.from({ length: width - 1 }, () => (inHeader && column > 0 && text.length <= longestName ? text : '')))
      for (let down = 1; down < spanOf(cell, 'rowspan'); down += 1)
        for (let across = 0; across < width; across += 1) held.set(`${rowIndex + down}/${column + across}`, true)
    }
    grid.push(cells)
  }
  return grid
}

/** Where markup comes from a word processor, tabs stand between cells and empty paragraphs are the author's spacing. */
export interface MarkupOptions {
  readonly wordProcessor: boolean
  /** Lines that are to stand above all others. */
  readonly before?: readonly string[]
}

/** Whether a node is a paragraph, a heading or a table of its own within what holds it. */
const standsAlone = (node: Node): boolean =>
  isElement(node) && (blocks.has(node.tagName) || node.tagName === 'table' || /^h[1-6]$/.test(node.tagName))

class MarkupWriter {
  readonly #options: MarkupOptions
  readonly #writer = new LineWriter()
  #heading: string | undefined
  #table = 0

  constructor(options: MarkupOptions) {
    this.#options = options
  }

  above(lines: readonly string[]): void {
    for (const line of lines) this.#line(line)
    if (lines.length > 0) this.#writer.write('')
  }

  write(nodes: readonly Node[]): void {
    const stack: Node[] = []
    stackUp(stack, nodes)
    for (let node = stack.pop(); node; node = stack.pop()) {
      if (!isElement(node)) this.#line(inlineText(node))
      else if (/^h[1-6]$/.test(node.tagName)) this.#headingLine(node)
      else if (node.tagName === 'table') this.#tableLines(node)
      else if (node.childNodes.some(standsAlone)) stackUp(stack, silent.has(node.tagName) ? [] : node.childNodes)
      else if (!silent.has(node.tagName)) this.#line(inlineText(node))
    }
  }

  #line(text: string): void {
    const line = this.#options.wordProcessor ? flatWithTabs(text) : flat(text)
    if (line !== '' || this.#options.wordProcessor) this.#writer.write(line, this.#heading === undefined ? {} : { heading: this.#heading })
  }

  #headingLine(element: Element): void {
    const title = flat(inlineText(element))
    if (title === '') return
    this.#heading = title
    this.#writer.write('')
    this.#writer.write(`${'#'.repeat(Number(element.tagName.slice(1)))} ${title}`, { heading: title })
    this.#writer.write('')
  }

  #tableLines(element: Element): void {
    this.#table += 1
    this.#writer.write('')
    for (const [index, cells] of tableRows(element).entries()) {
      this.#writer.write(cells.join('\t').trimEnd(), {
        ...(this.#heading === undefined ? {} : { heading: this.#heading }),
        table: this.#table,
        row: index + 1,
      })
    }
    this.#writer.write('')
  }

  finish(): ExtractedText {
    return this.#writer.finish()
  }
}

/** HTML as lines: headings marked with `#`, a paragraph or list item a line, a table row a line with its cells parted by tabs. */
export function extractMarkup(html: string, options: MarkupOptions = { wordProcessor: false }): ExtractedText {
  const writer = new MarkupWriter(options)
  writer.above(options.before ?? [])
  writer.write(parse(html).childNodes)
  return writer.finish()
}
