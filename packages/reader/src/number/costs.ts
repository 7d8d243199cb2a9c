/**
 * What it costs to believe that a print differs from what was meant, in nats: roughly −ln of how often it happens.
 * One table for all of reading, so that two explanations of the same figure are weighed by the same scale.
 */
export interface Cost {
  readonly nats: number
  readonly reason: string
}

const cost = (nats: number, reason: string): Cost => ({ nats, reason })

export const COSTS = {
  letterForDigit: cost(0.7, 'a letter stands where only a digit can: the damage is seen, only the digit is open'),
  borderInNumber: cost(1.5, 'an upright stroke is a border, not a one'),
  unknownCharacter: cost(2.5, 'a character that no digit is known to turn into: any of ten'),
  likelyDigit: cost(6.5, 'digits that scanners confuse (6 and 0, 3 and 8 …): some 3 in 1 000 characters, shared by two or three shapes'),
  unlikelyDigit: cost(9.5, 'digits of quite different shape'),
  lostDigit: cost(7, 'a character not seen: about 1 in 1 000'),
  doubledDigit: cost(8, 'a digit seen twice'),
  addedZero: cost(8, 'a speck or border read as a zero at the end'),
  addedOne: cost(8, 'a cell border read as a one in front'),
  addedDigit: cost(10.5, 'a digit out of nowhere'),
  lostMinus: cost(3, 'one minus sign in twenty is lost'),
  minusUnlikely: cost(2.3, 'the rest of the row has no negative amount'),
  minusLikely: cost(0.3, 'the rest of the row has negative amounts'),
  minusOfRow: cost(2.7, 'a lost minus in a row of negative amounts, where several are lost'),
  inventedMinus: cost(5.5, 'a speck, dash or border read as a minus sign'),
  blankForZero: cost(1.9, 'zeros are often left unprinted'),
  blankBeside: cost(1.7, 'a share or a change is often left unprinted where the amounts it goes with are not'),
  orphanedChange: cost(1.5, 'a change is printed where both amounts are that it compares'),
  offPercent: cost(5, 'an amount in a column of percents, or a percent among amounts'),
  offDecimals: cost(2.5, 'a whole number in a column of decimals, or a decimal among whole numbers'),
  lostCell: cost(5.3, 'one cell in two hundred is not seen at all'),
  unlikeSize: cost(0.7, 'per power of e: amounts of a row are of one size'),
  unlikeRow: cost(2.5, 'the row prints the same amount in every other column'),
  strayMark: cost(2.5, 'a speck or cell border between the cells'),
  dashAsBlank: cost(0.8, 'a dash stands for an empty cell'),
  minusApart: cost(0.2, 'a minus sign and its digits are often set apart'),
  gluedThousands: cost(1.6, 'one thousands space in ten is lost'),
  joinAgainstStyle: cost(3, 'the table prints thousands without spaces'),
  hugeAmount: cost(3, 'per digit beyond eight'),
  joinAcrossGap: cost(4, 'a wide gap parts cells, seldom thousands'),
  splitInsideNumber: cost(0.6, 'groups of three digits usually belong to one number'),
  brokenGroups: cost(3, 'a digit lost or added would have broken the groups of three'),
  decimalPoint: cost(3, 'Swedish amounts have a decimal comma; a point makes a code'),
  noteExpected: cost(0.2, 'the header has a column for notes'),
  noteUnexpected: cost(3, 'a note number without a column for notes: one row in twenty'),
  yearInLabel: cost(0.9, 'a label often ends with its year'),
  yearAsHead: cost(4, 'a year followed by an amount, rather than the glued thousands of a larger one'),
  codeInLabel: cost(0.4, 'a budget code (1.0, 2.4.1) stands between label and amounts'),
  dayInLabel: cost(1.2, 'a day such as 220630 in a label'),
  numberInLabel: cost(3.2, 'any other number in a label'),
  negativeInLabel: cost(7, 'labels hold no negative numbers'),
  droppedAmount: cost(4, 'a number counts to the label though a cell is free for it'),
  wordAsCell: cost(1.5, 'a lone letter stands where the row lacks an amount'),
  unreadable: cost(14, 'the row cannot be read with so many columns'),
  headerMismatch: cost(2.2, 'per column that the header does not name, or names without having it'),
  sourceError: cost(4.6, 'one printed sum in a hundred is wrong in the source itself, more by its size'),
  magnitudeJump: cost(0.8, 'per power of ten between neighbouring columns of a row'),
} as const

/** How much cheaper one explanation must be than its rivals to stand alone: a hundred to one. */
export const MARGIN = 4.6

/** What it costs to hold that a printed sum is off by `difference` steps in the source itself: small slips happen more often than large ones. */
export const sourceErrorCost = (difference: number): number => COSTS.sourceError.nats + Math.log(1 + 2 * Math.abs(difference))
