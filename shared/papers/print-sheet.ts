// A version as a browser prints it: the blocks and measures from which its Word and PDF are made.

export interface PrintRun {
  readonly text: string
  readonly bold?: boolean
  readonly italic?: boolean
  readonly underline?: boolean
  /** An address that `isSafeLink` allows. */
  readonly link?: string
  /** A new line in the same paragraph, instead of text. */
  readonly isBreak?: boolean
}
export type PrintAlign = 'left' | 'center' | 'right' | 'justify'

export interface PrintCell {
  readonly column: number
  readonly colSpan: number
  readonly rowSpan: number
  readonly isHeader: boolean
  readonly align: PrintAlign | null
  readonly blocks: readonly PrintBlock[]
}

export type PrintBlock =
  | {
      readonly kind: 'words'
      readonly look: 'body' | 'title' | 'signature' | 1 | 2 | 3
      readonly align: PrintAlign | null
      readonly runs: readonly PrintRun[]
      readonly item: { readonly depth: number; readonly marker: string | null } | null
      /** In the margin, where the paper shows them. */
      readonly number: number | null
    }
  | {
      readonly kind: 'grid'
      readonly columnMm: readonly number[]
      readonly rows: readonly (readonly PrintCell[])[]
    }
  | {
      readonly kind: 'picture'
      readonly sha256: string
      readonly alt: string
      readonly caption: string
      readonly widthMm: number
      readonly heightMm: number
    }
  | { readonly kind: 'rule' }

export interface PrintSheet {
  readonly name: string
  readonly head: {
    readonly parent: string
    readonly organisation: string
    readonly party: string
    /** Below it, in the state form. */
    readonly motto: string | null
    readonly placeAndDate: string
    /** Below the star: the number, or which draft it is. */
    readonly label?: string
  }
  readonly title: string
  readonly subject: string
  /** What stands in one group stays on one page. */
  readonly groups: readonly (readonly PrintBlock[])[]
  /** The last group stays with the signature. */
  readonly goesAlong: boolean
  readonly signature: { readonly role: string; readonly name: string }
  readonly leftSignature?: { readonly role: string; readonly name: string } | undefined
  readonly recipientsLabel: string
  readonly recipients: readonly string[]
  readonly stamp: { readonly words: string; readonly sha256: string }
  readonly measures: {
    readonly pageMm: { readonly short: number; readonly long: number }
    readonly marginMm: {
      readonly top: number
      readonly right: number
      readonly bottom: number
      readonly left: number
    }
    readonly pageNumberFromTopMm: number
    readonly footerFromBottomMm: number
    readonly qrMm: number
    readonly numbers: {
      readonly sizePt: number
      readonly fromTextMm: number
      readonly widthMm: number
      readonly colour: string
    }
    readonly firstLineIndentMm: number
    readonly listIndentMm: number
    readonly lineSpacingPt: number
    readonly paragraphSpacingPt: number
    readonly sizePt: { readonly body: number; readonly stamp: number; readonly table: number }
  }
  readonly around: {
    readonly sizePt: Readonly<
      Record<
        | 'organisation'
        | 'number'
        /** The first line on the right. */
        | 'nation'
        | 'motto'
        | 'date'
        | 'title'
        | 'subject'
        | 'signature'
        | 'recipientsLabel'
        | 'recipients'
        | 'pageNumber',
        number
      >
    >
    /** How wide the heading block's columns are: the longer line of each stands on one. */
    readonly headMm: readonly [left: number, right: number]
    /** A star below the organisation, or a rule. */
    readonly belowOrganisation: 'star' | 'rule'
    /** Dashes below the title, or a rule. */
    readonly belowTitle: 'dashes' | 'rule'
    readonly isRoleBold: boolean
    readonly recipientsLook: {
      readonly underline?: true
      readonly bold?: true
      readonly italic?: true
    }
    readonly ruleMm: { readonly organisation: number; readonly title: number }
  }
}
