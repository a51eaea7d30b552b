import { formatWhole } from './format-number.ts'
import type { PlotSeries } from './plot-series.ts'

/** A value in a row of its own. */
export interface PlotRow {
  /** The rows of a group stand together, beside its name. */
  readonly group: string
  readonly series: PlotSeries
  readonly value: number
  /** The number, as it stands beside the mark. */
  readonly label: string
  /** What stands after the number where there is room. */
  readonly detail?: string | undefined
  /** The value up to which it passes. */
  readonly limit?: number | undefined
  /** Whether it is marked as one that does not count. */
  readonly isVoid?: boolean
}

/** A row or a name, with the pixels from the top at which it stands. */
export type Placed<Item> = Item & { readonly top: number }

/** Where everything of a plot of rows stands, in pixels. */
export interface RowLayout {
  /** With all that stands beside the number in the label. */
  readonly rows: readonly Placed<PlotRow>[]
  readonly names: readonly Placed<{ readonly name: string }>[]
  /** Without the axis. */
  readonly height: number
  readonly marginLeft: number
  readonly marginRight: number
  /** From where to where the values go. */
  readonly domain: Domain
  /** How many ticks of the axis have room for their numbers. */
  readonly ticks: number
}

type Domain = readonly [low: number, high: number]

/** The height of a row. */
export const ROW = 16
/** Between the names and the marks. */
export const EDGE = 8
/** What a character of the plots takes, about. */
export const CHARACTER = 6.7

const GAP = 9
const LINE = 14
/** How much of the width details may take from the marks. */
const DETAIL_SHARE = 0.4

/**
 * Lays out rows below each other, group by group.
 *
 * @param nameWidth The room for names beside their rows; `null` where they stand above them, and there are no details.
 */
export function layOutRows(rows: readonly PlotRow[], width: number, nameWidth: number | null): RowLayout {
  const domain = domainOf(rows)
  // The number below the left end of an axis that begins below zero is as wide as numbers get.
  const marginLeft = Math.max(nameWidth === null ? 0 : nameWidth + 2 * EDGE, domain[0] < 0 ? 4 * EDGE : EDGE)
  const room = width - marginLeft
  const labelled = rows.map((row) => ({ ...row, label: nameWidth === null ? row.label : labelOf(row, domain, room) }))
  const marginRight = Math.max(12, ...labelled.map((row) => roomFor(row.label, row, domain, room)))
  return {
    ...placeRows(labelled, nameWidth),
    marginLeft,
    marginRight,
    domain,
    ticks: tickCount(domain, room - marginRight),
  }
}

/** Where a row ends, its limit included: the number stands there, since left of zero are the names. */
export function endOf({ limit = 0, value }: PlotRow): number {
  return Math.max(0, value, limit)
}

function domainOf(rows: readonly PlotRow[]): Domain {
  return [Math.min(0, ...rows.map(({ value }) => value)), Math.max(0, ...rows.map(endOf))]
}

function labelOf(row: PlotRow, domain: Domain, room: number): string {
  const { detail, label } = row
  if (detail === undefined) return label
  const whole = `${label}, ${detail}`
  return roomFor(whole, row, domain, room) > DETAIL_SHARE * room ? label : whole
}

/** How much is to be left free on the right so that a label has room beside its mark. */
function roomFor(label: string, row: PlotRow, [low, high]: Domain, room: number): number {
  const share = high === low ? 1 : (endOf(row) - low) / (high - low)
  return share === 0 ? 0 : (label.length * CHARACTER + 14 - (1 - share) * room) / share
}

function tickCount([low, high]: Domain, room: number): number {
  const widest = Math.max(...[low, high].map((value) => formatWhole(value).length)) * CHARACTER + 3 * EDGE
  return Math.min(5, Math.max(1, Math.floor(room / widest)))
}

/** Puts groups below each other, each with its name: beside its rows in their middle, or on a line of its own. */
function placeRows(given: readonly PlotRow[], nameWidth: number | null): Pick<RowLayout, 'rows' | 'names' | 'height'> {
  const rows: Placed<PlotRow>[] = []
  const names: Placed<{ name: string }>[] = []
  let top = 0
  for (const name of new Set(given.map(({ group }) => group))) {
    const own = given.filter(({ group }) => group === name)
    const lines = nameWidth === null ? 0 : Math.ceil((name.length * CHARACTER) / nameWidth)
    const slack = Math.max(0, lines * LINE - own.length * ROW) / 2
    const first = top + slack + (nameWidth === null ? 1.5 : 0.5) * ROW
    const last = first + (own.length - 1) * ROW
    names.push({ name, top: nameWidth === null ? top + ROW / 2 : (first + last) / 2 })
    rows.push(...own.map((row, index) => ({ ...row, top: first + index * ROW })))
    top = last + slack + ROW / 2 + GAP
  }
  return { rows, names, height: top }
}
