import { isRecord } from './json.ts'

/** The values that tell groups of penguins apart. */
export const groupings = {
  species: ['Adelie', 'Chinstrap', 'Gentoo'],
  island: ['Biscoe', 'Dream', 'Torgersen'],
  sex: ['female', 'male', 'unknown'],
} as const

/** A column by which penguins can be filtered and aggregated. */
export type Grouping = keyof typeof groupings

/** Every grouping. */
export const groupingNames: readonly Grouping[] = ['species', 'island', 'sex']

/** What was measured, with the unit and the values that a measurement of a penguin can have. */
export const measurements = {
  beakLength: { unit: 'mm', min: 20, max: 80 },
  beakDepth: { unit: 'mm', min: 5, max: 40 },
  flipperLength: { unit: 'mm', min: 100, max: 300 },
  bodyMass: { unit: 'g', min: 1000, max: 10_000 },
} as const

/** A column of numbers. */
export type Measurement = keyof typeof measurements

/** Every measurement. */
export const measurementNames: readonly Measurement[] = ['beakLength', 'beakDepth', 'flipperLength', 'bodyMass']

/** One row of the table; a measurement is `null` where it was not taken. */
export type Penguin = Readonly<{ id: number } & Record<Grouping, string> & Record<Measurement, number | null>>

/** Recognises a row that came as JSON. */
export function isPenguin(value: unknown): value is Penguin {
  return (
    isRecord(value) &&
    typeof value.id === 'number' &&
    groupingNames.every((name) => typeof value[name] === 'string') &&
    measurementNames.every((name) => value[name] === null || typeof value[name] === 'number')
  )
}
