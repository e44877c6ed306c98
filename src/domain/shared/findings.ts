import { Fault, Faults } from './fault.ts'

/** Collects faults, so that all that is wrong is named at once. */
export class Findings {
  readonly #faults: Fault[] = []

  /** What was found so far, in order. */
  get faults(): readonly Fault[] {
    return this.#faults
  }

  add(fault: Fault): void {
    this.#faults.push(fault)
  }

  /** @throws {Fault} the one that was found, or {@link Faults} */
  refuse(): void {
    const [first, second] = this.#faults
    if (second !== undefined) throw new Faults([...this.#faults])
    if (first !== undefined) throw first
  }

  /** Does something; a fault is kept, and undefined stands for the result. Anything else that is thrown goes on. */
  async attempt<T>(act: () => T | Promise<T>): Promise<T | undefined> {
    try {
      return await act()
    } catch (error) {
      if (!(error instanceof Fault)) throw error
      this.add(error)
      return undefined
    }
  }
}
