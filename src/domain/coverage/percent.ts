import type { Counts } from './counts.ts'

const DECIMAL = /^(?:100(?:\.0+)?|\d{1,2}(?:\.\d+)?)$/

/**
 * A percentage from 0 to 100 as an exact fraction, never a floating-point number: 82.5 is 825 / 10.
 *
 * @example Percent.parse('82.5').isReachedBy({ covered: 33, total: 40 }) // true: 33·100·10 ≥ 825·40
 */
export class Percent {
  /** The text it was parsed from, without a sign or surrounding space. */
  readonly text: string
  readonly #numerator: bigint
  readonly #denominator: bigint

  private constructor(text: string) {
    const [whole = '', fraction = ''] = text.split('.')
    this.text = text
    this.#numerator = BigInt(whole + fraction)
    this.#denominator = 10n ** BigInt(fraction.length)
  }

  /** @throws {RangeError} with the accepted form. */
  static parse(text: string): Percent {
    if (!DECIMAL.test(text))
      throw new RangeError('a decimal from 0 to 100 without a percent sign, such as 80 or 82.5')
    return new Percent(text)
  }

  /** How many digits it has behind the point. */
  get decimals(): number {
    return this.text.split('.')[1]?.length ?? 0
  }

  /** Whether covered / total is at least this percentage, in integers. Nothing reaches any percentage of nothing. */
  isReachedBy({ covered, total }: Counts): boolean {
    return total > 0 && BigInt(covered) * 100n * this.#denominator >= this.#numerator * BigInt(total)
  }

  /** How many more must be covered until the percentage is reached; 0 when it is. */
  missingFrom({ covered, total }: Counts): number {
    const divisor = 100n * this.#denominator
    const needed = (this.#numerator * BigInt(total) + divisor - 1n) / divisor
    return Math.max(0, Number(needed) - covered)
  }
}
